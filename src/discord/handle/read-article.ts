import type { StringSelectMenuInteraction } from 'discord.js';
import type { ArticleCard } from '../../passage.ts';
import type { Reply } from '../message/components.ts';
import { renderArticlePage } from '../render/article-page.ts';
import type { Turn, View } from '../turn/turn.ts';
import type { Press } from './press.ts';

/** The menu of the list of articles: opens one, privately, at its beginning. */
export async function handleOpen(turn: Turn, menu: StringSelectMenuInteraction): Promise<void> {
  const article = turn.library.catalogue.find(menu.values[0] ?? '');
  if (!article) return turn.refuse(turn.words.articleGone);
  await turn.respond(await pageOf(article, 0, turn));
}

/** The page buttons of an article that is being read. */
export async function handleRead(turn: Turn, { button, action }: Press<'read'>): Promise<void> {
  const article = turn.library.catalogue.find(action.article);
  if (!article) return turn.refuse(turn.words.articleGone);
  await button.update(await pageOf(article, action.page, turn));
}

async function pageOf({ id }: ArticleCard, page: number, view: View): Promise<Reply> {
  const shelf = await view.library.read([id]);
  const article = shelf.article(id);
  if (!article) throw new Error(`The index lists ${id} and does not hold it.`);
  return renderArticlePage(article, page, { ...view, shelf });
}
