import { type Reply, reply, text } from '../message/components.ts';
import type { Outcome } from '../questions/desk.ts';
import { LIMITS } from '../text/limits.ts';
import type { View } from '../turn/turn.ts';
import { renderOutcome } from './answer.ts';
import type { AnswerView } from './answer-view.ts';
import { questionLine } from './question-line.ts';

/** Questions that are answered in one message: more would not fit Discord's limits. */
export const MAX_PARTS = 3;
/** Room for the line below the answers. */
const NOTE = 200;

export interface AnsweredQuestion {
  question: string;
  outcome: Outcome;
  /** Its language, where no article is in it. */
  foreign: string | undefined;
}

/**
 * Several answers as one message, one card below the other, each below its own question. The
 * buttons of each work on its own question; one button deletes the message.
 *
 * @param answered at most {@link MAX_PARTS}
 * @param note a line of the bot's own below them
 */
export function renderSeveral(
  answered: readonly AnsweredQuestion[],
  note: string | undefined,
  view: View,
  look: AnswerView,
): Reply {
  const lengths = answered.map(({ question }) => questionLine(question).content.length);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const room = Math.floor((LIMITS.text - NOTE - all) / answered.length);
  const parts = answered.flatMap(({ question, outcome, foreign }, part) => {
    const shown = renderOutcome(
      outcome,
      { ...view, ids: view.ids.forPart(part) },
      {
        ...look,
        question,
        foreign,
        part,
        room: room + (lengths[part] ?? 0),
        nearest: MAX_PARTS + 1 - answered.length,
        withoutDelete: part < answered.length - 1,
      },
    );
    return shown.components;
  });
  return reply(...parts, ...(note === undefined ? [] : [text(`-# ${note}`)]));
}
