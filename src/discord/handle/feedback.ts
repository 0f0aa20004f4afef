import { MessageFlags, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import { line } from '../message/components.ts';
import { cleanQuestion } from '../questions/clean-question.ts';
import { renderThanks } from '../render/thanks.ts';
import { codeOf } from '../sending/discord-errors.ts';
import type { Turn } from '../turn/turn.ts';
import { canAskHuman } from './call-human.ts';
import { askedOn } from './follow-up.ts';
import { actionsOn } from './on-card.ts';
import type { Press } from './press.ts';

/** 👍 and 👎: a few a minute count. The question of a 👎 is kept for the admins only if the owner keeps questions. */
export async function handleVote(turn: Turn, press: Press<'good' | 'bad'>): Promise<void> {
  const { bot, words, asker } = turn;
  const { button, action, part } = press;
  // Who presses it all the time is thanked, too, but counts no more.
  if ((await bot.desk.limits.vote(asker.userId)) > 0) return turn.respond(line(words.thanks));
  if (action.do === 'good') bot.desk.timings.helpful++;
  else bot.desk.timings.unhelpful++;
  bot.log.info({ vote: action.do, article: action.article }, 'vote');
  const card = canCallFor(turn, press) ? button.message.id : '';
  const view = { ...turn, ids: turn.ids.forPart(part) };
  const keeps = action.do === 'bad' && bot.kept.days > 0;
  if (!keeps) return turn.respond(renderThanks(words.thanks, card, view));
  await turn.defer();
  const asked = await askedOn(turn, button.message, part);
  const question = cleanQuestion(asked?.question ?? '');
  const kept =
    question.kind === 'question' &&
    (await bot.kept.keep({ ...asker, question: question.text, why: 'unhelpful' }));
  await turn.respond(renderThanks(kept ? words.thanksKept : words.thanks, card, view));
}

/** Who asked may call for a human where the answer did not help. */
function canCallFor({ bot, ids }: Turn, { button, action }: Press<'good' | 'bad'>): boolean {
  const { message, user, channel } = button;
  if (action.do !== 'bad' || message.flags.has(MessageFlags.Ephemeral) || !channel) return false;
  const isAsker = actionsOn(message, ids, 'delete')[0]?.asker === user.id;
  return isAsker && canAskHuman(bot, message);
}

/** Delete: for the asker and for moderators (those who may manage messages there). */
export async function handleDelete(turn: Turn, { button, action }: Press<'delete'>): Promise<void> {
  const moderates = button.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (button.user.id !== action.asker && !moderates) return turn.refuse(turn.words.askerOnly);
  await button.deferUpdate();
  await button.deleteReply().catch((error) => {
    if (codeOf(error) !== RESTJSONErrorCodes.UnknownMessage) throw error;
  });
}
