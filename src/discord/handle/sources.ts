import type { ChatInputCommandInteraction } from 'discord.js';
import type { ArticleCard } from '../../passage.ts';
import { line, type Reply } from '../message/components.ts';
import { renderParagraph } from '../render/paragraphs.ts';
import { renderSourceList } from '../render/source-list.ts';
import { repeated } from '../text/escape.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import type { View } from '../turn/turn.ts';
import { chosenFilter } from './chosen-filter.ts';
import { actionsOn, readersOf } from './on-card.ts';
import type { Press } from './press.ts';
import { whyGone } from './why-gone.ts';

/** `/source article [paragraph]` */
export async function handleSource(
  turn: InteractionTurn,
  { options }: ChatInputCommandInteraction,
): Promise<void> {
  const typed = options.getString('article', true);
  const article = turn.library.catalogue.resolve(typed);
  if (!article) return turn.refuse(turn.words.noSuchArticle(repeated(typed)));
  // What the channel does not see is shown to whoever does.
  const place = turn.inPublic().library.card(article.id) ? turn.inPublic() : turn;
  const page = await pageOf(article, options.getInteger('paragraph') ?? 1, place);
  await ('none' in page ? turn.refuse(page.none) : place.respond(page.reply));
}

/** The look-up button of a miss (a private reply), and the page buttons of an article. */
export async function handlePage(
  turn: InteractionTurn,
  { button, action }: Press<'look' | 'turn'>,
): Promise<void> {
  const { message, user } = button;
  const readers = action.do === 'look' ? turn : readersOf(turn, message);
  const article = readers.library.catalogue.find(action.article);
  if (!article) return turn.refuse(whyGone(turn, action.article));
  // Turning the page must not hand the right to delete a card to whoever turned it.
  const askerId = actionsOn(message, turn.ids, 'delete')[0]?.asker ?? user.id;
  const view = { ...readers, askerId };
  const page = await pageOf(article, Math.max(1, action.paragraph), view);
  if ('none' in page) return turn.refuse(page.none);
  if (action.do === 'turn') await button.update(page.reply);
  else await turn.respond(page.reply);
}

/** `/sources [tag] [author] [since] [until]` */
export async function handleSources(
  turn: InteractionTurn,
  { options }: ChatInputCommandInteraction,
): Promise<void> {
  const chosen = chosenFilter(turn, options);
  if (typeof chosen === 'string') return turn.refuse(chosen);
  await turn.respond(renderSourceList(chosen, 0, turn));
}

/** The page buttons of the list of articles. */
export async function handleSourcesPage(
  turn: InteractionTurn,
  { button, action }: Press<'list'>,
): Promise<void> {
  const readers = readersOf(turn, button.message);
  const { tags, authors } = readers.library.catalogue;
  const filter = {
    tag: action.tag === '' ? undefined : tags.find(action.tag),
    author: action.author === '' ? undefined : authors.find(action.author),
    since: action.since || undefined,
    until: action.until || undefined,
  };
  const gone = (action.tag && !filter.tag) || (action.author && !filter.author);
  await button.update(
    gone ? line(turn.words.noArticles) : renderSourceList(filter, action.page, readers),
  );
}

/** A paragraph, or that there is none with this number. */
async function pageOf(
  { id }: ArticleCard,
  paragraph: number,
  view: View,
): Promise<{ reply: Reply } | { none: string }> {
  const shelf = await view.library.read([id]);
  const article = shelf.article(id);
  const passages = shelf.passagesOf(id);
  const passage = passages[paragraph - 1];
  if (article && passage) {
    return { reply: renderParagraph(article, passage, { ...view, shelf }) };
  }
  return { none: view.words.noSuchParagraph(paragraph, passages.length) };
}
