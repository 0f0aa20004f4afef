import type { ChatInputCommandInteraction } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { byDate } from '../find/catalogue.ts';
import { citation } from '../render/citation.ts';
import { card, line, reply, text } from '../render/components.ts';
import { escapeMarkdown } from '../render/escape.ts';
import { readerOf } from './reader.ts';
import { respond } from './send.ts';

/** `/about` */
export async function handleAbout(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { words, library } = viewFor(bot, readerOf(interaction, true));
  const { articles, passages, model } = library.manifest;
  const newest = byDate(library.articles())[0];
  const { days } = bot.kept;
  const lines = [
    words.about(articles, passages),
    ...(newest
      ? [`${words.newest} ${citation(newest, undefined, [newest.url], words, 1_000)}`]
      : []),
    words.model(escapeMarkdown(model.model.split(/[\\/]/u).at(-1) ?? '')),
    `-# ${days > 0 ? words.privacyKept(days) : words.privacyNothingKept}`,
  ];
  await respond(interaction, reply(card(lines.map((content) => text(content)))), true);
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
