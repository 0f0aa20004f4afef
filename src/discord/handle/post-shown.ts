import type { Quote } from '../../passage.ts';
import { quoteOfPassage } from '../../retrieval/quote-of-passage.ts';
import { findPassage } from '../catalogue/find-passage.ts';
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
  const { library, words } = turn;
  const passages = actionsOn(button.message, turn.ids, 'context');
  const sentences = action.marked.split('-').map(Number);
  const quotes = passages.flatMap((reference, index): Quote[] => {
    const passage = findPassage(library, reference);
    const article = passage && library.article(passage.articleId);
    return article ? [quoteOfPassage(article, passage, sentences[index] ?? 0)] : [];
  });
  if (quotes.length === 0) return turn.refuse(words.passageGone);
  await postToChannel(turn, button, renderSimilar(quotes, turn.inPublic()));
}

/** Posts whether a quotation is in the articles, checked again. */
export async function handlePostChecked(
  turn: InteractionTurn,
  { button }: Press<'postChecked'>,
): Promise<void> {
  await button.deferUpdate();
  const { bot, asker, words } = turn;
  const outcome = await bot.desk.check(asker, quotedOn(textsOf(button.message)));
  if (outcome.kind !== 'checked') return turn.refuse(refusalText(outcome, words));
  const view = { ...turn.inPublic(), library: outcome.library };
  await postToChannel(turn, button, renderChecked(outcome.checked, view));
}

/** Posts a passage between the paragraphs around it. */
export async function handlePostContext(
  turn: InteractionTurn,
  { button, action }: Press<'postContext'>,
): Promise<void> {
  await button.deferUpdate();
  const { library, words } = turn;
  const article = library.catalogue.find(action.article);
  const passage = findPassage(library, action);
  if (!article || !passage) return turn.refuse(words.passageGone);
  const quoted = passage.sentences[action.sentence];
  await postToChannel(turn, button, renderContext(article, passage, quoted, turn.inPublic()));
}

/** Posts a paragraph of an article. */
export async function handlePostParagraph(
  turn: InteractionTurn,
  { button, action }: Press<'postParagraph'>,
): Promise<void> {
  await button.deferUpdate();
  const { library, words } = turn;
  const article = library.catalogue.find(action.article);
  const passage = article && library.passagesOf(article.id)[action.paragraph - 1];
  if (!article || !passage) return turn.refuse(words.passageGone);
  await postToChannel(turn, button, renderParagraph(article, passage, turn.inPublic()));
}
