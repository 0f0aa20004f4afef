import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { line } from '../message/components.ts';
import { renderArticlePage } from '../render/article-page.ts';
import { readerOf } from './reader.ts';
import { respond } from './send.ts';

/** The menu of the list of articles: opens one, privately, at its beginning. */
export async function handleOpen(
  bot: Bot,
  interaction: StringSelectMenuInteraction,
): Promise<void> {
  const view = viewFor(bot, readerOf(interaction, true));
  const article = view.library.catalogue.find(interaction.values[0] ?? '');
  const shown = article ? renderArticlePage(article, 0, view) : line(view.words.articleGone);
  await respond(interaction, shown, true);
}

/** The page buttons of an article that is being read. */
export async function handleRead(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'read' }>,
): Promise<void> {
  const view = viewFor(bot, readerOf(interaction, true));
  const article = view.library.catalogue.find(action.article);
  if (!article) return respond(interaction, line(view.words.articleGone), true);
  await interaction.update(renderArticlePage(article, action.page, view));
}
