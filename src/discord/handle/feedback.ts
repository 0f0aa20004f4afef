import {
  type ButtonInteraction,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { line } from '../message/components.ts';
import { cleanQuestion } from '../questions/clean-question.ts';
import { renderThanks } from '../render/thanks.ts';
import { actionOn } from './action-on.ts';
import { canAskHuman } from './call-human.ts';
import { askedOn } from './follow-up.ts';
import { readerOf } from './reader.ts';
import { codeOf, deferred, respond } from './send.ts';

/** 👍 and 👎: a few a minute count. The question of a 👎 is kept for the admins only if the owner keeps questions. */
export async function handleVote(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'good' | 'bad' }>,
  part: number,
): Promise<void> {
  const view = { ...viewFor(bot, readerOf(interaction, true)), ids: bot.ids.forPart(part) };
  const { words } = view;
  const { guildId, user } = interaction;
  // Who presses it all the time is thanked, too, but counts no more.
  if ((await bot.desk.limits.vote(user.id)) > 0)
    return respond(interaction, line(words.thanks), true);
  if (action.do === 'good') bot.desk.timings.helpful++;
  else bot.desk.timings.unhelpful++;
  bot.log.info({ vote: action.do, article: action.article }, 'vote');
  const card = canCallFor(bot, interaction, action) ? interaction.message.id : '';
  const keeps = action.do === 'bad' && bot.kept.days > 0;
  if (!keeps) return respond(interaction, renderThanks(words.thanks, card, view), true);
  await deferred(interaction, true);
  const asked = await askedOn(bot, interaction.message, part);
  const question = cleanQuestion(asked?.question ?? '');
  const kept =
    question.kind === 'question' &&
    (await bot.kept.keep({ guildId, userId: user.id, question: question.text, why: 'unhelpful' }));
  const said = kept ? words.thanksKept : words.thanks;
  await respond(interaction, renderThanks(said, card, view), true);
}

/** Who asked may call for a human where the answer did not help. */
function canCallFor(bot: Bot, interaction: ButtonInteraction, action: Action): boolean {
  const { message, user, channel } = interaction;
  if (action.do !== 'bad' || message.flags.has(MessageFlags.Ephemeral) || !channel) return false;
  const isAsker = actionOn(bot, message, 'delete')?.asker === user.id;
  return isAsker && canAskHuman(bot, message);
}

/** Delete: for the asker and for moderators (those who may manage messages there). */
export async function handleDelete(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'delete' }>,
): Promise<void> {
  const moderates = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (interaction.user.id !== action.asker && !moderates) {
    const { words } = viewFor(bot, readerOf(interaction, true));
    return respond(interaction, line(words.askerOnly), true);
  }
  await interaction.deferUpdate();
  await interaction.deleteReply().catch((error) => {
    if (codeOf(error) !== RESTJSONErrorCodes.UnknownMessage) throw error;
  });
}
