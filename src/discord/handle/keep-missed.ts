import type { Bot } from '../bot.ts';
import type { Asker, Outcome } from '../questions/desk.ts';

/** Keeps a question that no article answers for the admins, if the owner wants that. */
export async function keepMissed(bot: Bot, asker: Asker, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'answer' || outcome.answer.status !== 'missed') return;
  const { userId, guildId } = asker;
  await bot.kept.keep({ userId, guildId, question: outcome.answer.question, why: 'missed' });
}
