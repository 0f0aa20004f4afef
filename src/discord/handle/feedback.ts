import { type ButtonInteraction, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { cleanQuestion } from '../questions/clean-question.ts';
import { line } from '../render/components.ts';
import { askedOn } from './asked-before.ts';
import { readerOf } from './reader.ts';
import { codeOf, deferred, respond } from './send.ts';

/** 👍 and 👎: a few a minute count. The question of a 👎 is kept for the admins only if the owner keeps questions. */
export async function handleVote(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'good' | 'bad' }>,
  part: number,
): Promise<void> {
  const { words } = viewFor(bot, readerOf(interaction, true));
  const { guildId, user } = interaction;
  // Who presses it all the time is thanked, too, but counts no more.
  if ((await bot.desk.limits.vote(user.id)) > 0)
    return respond(interaction, line(words.thanks), true);
  if (action.do === 'good') bot.desk.timings.helpful++;
  else bot.desk.timings.unhelpful++;
  bot.log.info({ vote: action.do, article: action.article }, 'vote');
  const keeps = action.do === 'bad' && bot.kept.days > 0;
  if (!keeps) return respond(interaction, line(words.thanks), true);
  await deferred(interaction, true);
  const asked = await askedOn(bot, interaction.message, part);
  const question = cleanQuestion(asked?.question ?? '');
  const kept =
    question.kind === 'question' &&
    (await bot.kept.keep({ guildId, userId: user.id, question: question.text, why: 'unhelpful' }));
  await respond(interaction, line(kept ? words.thanksKept : words.thanks), true);
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
