import { type ButtonInteraction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { line } from '../render/components.ts';
import { renderThanks } from '../render/thanks.ts';
import { actionOn } from './action-on.ts';
import { askedOn } from './asked-before.ts';
import { canAskHuman } from './message.ts';
import { readerOf } from './reader.ts';
import { deferred, respond } from './send.ts';

/** 👍 and 👎. The question of a 👎 is kept for the admins only if the owner keeps questions. */
export async function handleVote(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'good' | 'bad' }>,
): Promise<void> {
  const view = viewFor(bot, readerOf(interaction, true));
  const { words } = view;
  if (action.do === 'good') bot.desk.timings.helpful++;
  else bot.desk.timings.unhelpful++;
  bot.log.info({ vote: action.do, article: action.article }, 'vote');
  const thanks = (said: string) =>
    renderThanks(said, canCallFor(bot, interaction, action) ? interaction.message.id : '', view);
  const keeps = action.do === 'bad' && bot.kept.days > 0;
  if (!keeps) return respond(interaction, thanks(words.thanks), true);
  await deferred(interaction, true);
  const asked = await askedOn(bot, interaction.message);
  const kept =
    asked &&
    (await bot.kept.keep({
      guildId: interaction.guildId,
      userId: interaction.user.id,
      question: asked.question,
      why: 'unhelpful',
    }));
  await respond(interaction, thanks(kept ? words.thanksKept : words.thanks), true);
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
  await interaction.deleteReply();
}
