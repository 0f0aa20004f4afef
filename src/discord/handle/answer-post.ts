import type { Message } from 'discord.js';
import type { Admission, Outcome } from '../questions/desk.ts';
import { renderOutcome } from '../render/answer.ts';
import { refusalText } from '../render/refusal-text.ts';
import type { MessageTurn } from '../turn/message-turn.ts';
import { foreignLanguage, keepMissed } from './answer-questions.ts';
import { isSettled } from './forum-post.ts';
import { canBeTold } from './tell-later.ts';

/** Answers a post with one reply, unless it is better to be silent. */
export async function answerPost(
  turn: MessageTurn,
  message: Message,
  question: string,
  isMentioned: boolean,
  admission: Admission,
): Promise<void> {
  const { settings } = turn.bot;
  const isQuiet = settings.quietUnlessSure === true && !isMentioned;
  // Nobody should see the bot type and then say nothing.
  const outcome = await admission.ask(question, {}, () => void (isQuiet || turn.defer()));
  await keepMissed(turn, outcome);
  if (isQuiet && !isSure(outcome)) return;
  if (!isMentioned && (await isSettled(settings, message))) return;
  if (outcome.kind !== 'answer') return turn.refuse(refusalText(outcome, turn.words));
  const foreign = foreignLanguage(question, outcome);
  await turn.respond((refers) =>
    renderOutcome(outcome, turn, {
      foreign,
      question: refers ? undefined : question,
      canBeTold: canBeTold(turn),
    }),
  );
}

function isSure(outcome: Outcome): boolean {
  if (outcome.kind !== 'answer') return false;
  const { status } = outcome.answer;
  return status !== 'near' && status !== 'missed';
}
