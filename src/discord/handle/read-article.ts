import type { StringSelectMenuInteraction } from 'discord.js';
import type { ArticleCard } from '../../passage.ts';
import type { Reply } from '../message/components.ts';
import { renderArticlePage } from '../render/article-page.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import type { Turn, View } from '../turn/turn.ts';
import { readersOf } from './on-card.ts';
import type { Press } from './press.ts';
import { whyGone } from './why-gone.ts';

/** The menu of the list of articles: opens one, privately, at its beginning. */
export async function handleOpen(turn: Turn, menu: StringSelectMenuInteraction): Promise<void> {
  const [reference = ''] = menu.values;
  const article = turn.library.catalogue.find(reference);
  if (!article) return turn.refuse(whyGone(turn, reference));
  await turn.respond(await pageOf(article, 0, turn));
}

/** The page buttons of an article that is being read. */
export async function handleRead(
  turn: InteractionTurn,
  { button, action }: Press<'read'>,
): Promise<void> {
  const readers = readersOf(turn, button.message);
  const article = readers.library.catalogue.find(action.article);
  if (!article) return turn.refuse(whyGone(turn, action.article));
  await button.update(await pageOf(article, action.page, readers));
}

async function pageOf({ id }: ArticleCard, page: number, view: View): Promise<Reply> {
  const shelf = await view.library.read([id]);
  const article = shelf.article(id);
  if (!article) throw new Error(`The index lists ${id} and does not hold it.`);
  return renderArticlePage(article, page, { ...view, shelf });
}
