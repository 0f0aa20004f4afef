import { atAGlance } from '../../retrieval/at-a-glance.ts';
import type { Words } from '../locales/words.ts';
import { line, type Reply } from '../message/components.ts';
import { MAX_QUESTION } from '../questions/clean-question.ts';
import type { Outcome, Refusal } from '../questions/desk.ts';
import { type AnswerView, renderAnswer } from './answer.ts';
import type { ViewContext } from './context.ts';
import { renderForeign } from './foreign.ts';

/** Whatever became of a question, as a message. */
export function renderOutcome(
  outcome: Outcome,
  context: Omit<ViewContext, 'library'>,
  view: AnswerView = {},
): Reply {
  if (outcome.kind !== 'answer') return line(refusalText(outcome, context.words));
  const answer = atAGlance(outcome.answer);
  const shown = { ...context, library: outcome.library };
  return view.foreign === undefined
    ? renderAnswer(answer, shown, view)
    : renderForeign(answer, view.foreign, shown, view);
}

/** Why there is no answer, and what to do. */
export function refusalText(refusal: Refusal, words: Words): string {
  switch (refusal.kind) {
    case 'busy':
      return {
        member: words.memberBusy,
        guild: words.guildBusy,
        queue: words.queueBusy,
      }[refusal.who](refusal.seconds);
    case 'stopping':
      return words.stopping;
    case 'empty':
      return words.noWord;
    case 'too-long':
      return words.tooLong(refusal.length, MAX_QUESTION);
    case 'failed':
      return words.failed(refusal.errorId);
  }
}
