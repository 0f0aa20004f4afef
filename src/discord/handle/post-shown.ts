import type { Quote } from '../../passage.ts';
import { quoteOfPassage } from '../../retrieval/quote-of-passage.ts';
import { findPassage, findPassages } from '../catalogue/find-passage.ts';
import { textsOf } from '../message/components.ts';
import { quotedOn, renderChecked } from '../render/checked-quotations.ts';
import { renderContext, renderParagraph } from '../render/paragraphs.ts';
import { refusalText } from '../render/refusal-text.ts';
import { renderSimilar } from '../render/similar.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import { actionsOn } from './on-card.ts';
import { postToChannel } from './post-to-channel.ts';
import type { Press } from './press.ts';

/** Posts what was found for a message: the passages of the card, read from the index again. */
export async function handlePostFound(
  turn: InteractionTurn,
  { button, action }: Press<'postFound'>,
): Promise<void> {
  await button.deferUpdate();
  const readers = turn.inPublic();
  const { library, words } = readers;
  const passages = actionsOn(button.message, turn.ids, 'context');
  const sentences = action.marked.split('-').map(Number);
  const found = await findPassages(library, passages);
  const quotes = found.flatMap((one, index): Quote[] =>
    one ? [quoteOfPassage(one.article, one.passage, sentences[index] ?? 0)] : [],
  );
  const shelf = found.find((one) => one !== undefined)?.shelf;
  if (!shelf) return turn.refuse(words.passageGone);
  await postToChannel(turn, button, renderSimilar(quotes, { ...readers, shelf }));
}

/** Posts whether a quotation is in the articles, checked again. */
export async function handlePostChecked(
  turn: InteractionTurn,
  { button }: Press<'postChecked'>,
): Promise<void> {
  await button.deferUpdate();
  const readers = turn.inPublic();
  const { bot, asker, words } = readers;
  const outcome = await bot.desk.check(asker, quotedOn(textsOf(button.message)));
  if (outcome.kind !== 'checked') return turn.refuse(refusalText(outcome, words));
  const { library, shelf } = outcome;
  const view = { ...readers, library, shelf };
  await postToChannel(turn, button, renderChecked(outcome.checked, view));
}

/** Posts a passage between the paragraphs around it. */
export async function handlePostContext(
  turn: InteractionTurn,
  { button, action }: Press<'postContext'>,
): Promise<void> {
  await button.deferUpdate();
  const readers = turn.inPublic();
  const { library, words } = readers;
  const found = await findPassage(library, action);
  if (!found) return turn.refuse(words.passageGone);
  const { article, passage, shelf } = found;
  const quoted = passage.sentences[action.sentence];
  const view = { ...readers, shelf };
  await postToChannel(turn, button, renderContext(article, passage, quoted, view));
}

/** Posts a paragraph of an article. */
export async function handlePostParagraph(
  turn: InteractionTurn,
  { button, action }: Press<'postParagraph'>,
): Promise<void> {
  await button.deferUpdate();
  const readers = turn.inPublic();
  const { library, words } = readers;
  const id = library.catalogue.find(action.article)?.id ?? '';
  const shelf = await library.read([id]);
  const article = shelf.article(id);
  const passage = shelf.passagesOf(id)[action.paragraph - 1];
  if (!article || !passage) return turn.refuse(words.passageGone);
  const view = { ...readers, shelf };
  await postToChannel(turn, button, renderParagraph(article, passage, view));
}
