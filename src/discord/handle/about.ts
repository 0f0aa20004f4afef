import type { ChatInputCommandInteraction } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { line } from '../message/components.ts';
import { renderAbout } from '../render/about.ts';
import { readerOf } from './reader.ts';
import { respond } from './send.ts';

/** `/about` */
export async function handleAbout(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const view = viewFor(bot, readerOf(interaction, true));
  await respond(interaction, renderAbout(bot.kept.days, view), true);
}

/** `/forget-me` */
export async function handleForgetMe(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { words } = viewFor(bot, readerOf(interaction, true));
  const forgotten = await bot.kept.forget(interaction.user.id);
  await respond(interaction, line(words.forgotten(forgotten)), true);
}
