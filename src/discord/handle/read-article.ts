import type { StringSelectMenuInteraction } from 'discord.js';
import { renderArticlePage } from '../render/article-page.ts';
import type { Turn } from '../turn/turn.ts';
import type { Press } from './press.ts';

/** The menu of the list of articles: opens one, privately, at its beginning. */
export async function handleOpen(turn: Turn, menu: StringSelectMenuInteraction): Promise<void> {
  const article = turn.library.catalogue.find(menu.values[0] ?? '');
  if (!article) return turn.refuse(turn.words.articleGone);
  await turn.respond(renderArticlePage(article, 0, turn));
}

/** The page buttons of an article that is being read. */
export async function handleRead(turn: Turn, { button, action }: Press<'read'>): Promise<void> {
  const article = turn.library.catalogue.find(action.article);
  if (!article) return turn.refuse(turn.words.articleGone);
  await button.update(renderArticlePage(article, action.page, turn));
}
