import type { Answer, Quote } from '../../passage.ts';
import { statusOf } from '../../retrieval/status.ts';
import type { Shelf } from '../../store/types.ts';
import { findPassage } from '../catalogue/find-passage.ts';
import type { Reply } from '../message/components.ts';
import { renderAnswer, renderOutcome } from '../render/answer.ts';
import type { AnswerView } from '../render/answer-view.ts';
import { renderCite } from '../render/cite.ts';
import { renderContext } from '../render/paragraphs.ts';
import { quotedSentence } from '../render/quotes.ts';
import { refusalText } from '../render/refusal-text.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import type { Turn, View } from '../turn/turn.ts';
import { askedOn } from './follow-up.ts';
import { cardOf } from './on-card.ts';
import { postToChannel } from './post-to-channel.ts';
import type { Press } from './press.ts';
import { whyGone } from './why-gone.ts';

/** Quotes on one card. */
const PER_CARD = 3;

/** Context: the paragraphs before and after a quote. Cite: its article's reference, to copy. */
export async function handleQuoted(
  turn: Turn,
  { action }: Press<'context' | 'cite'>,
): Promise<void> {
  const { library, words } = turn;
  const article = library.catalogue.find(action.article);
  if (!article) return turn.refuse(whyGone(turn, action.article));
  const found = await findPassage(library, action);
  if (!found) return turn.refuse(words.passageGone);
  const { passage, shelf } = found;
  const quoted = passage.sentences[action.sentence];
  const shown =
    action.do === 'cite'
      ? renderCite(article, quoted, turn)
      : renderContext(found.article, passage, quoted, { ...turn, shelf });
  await turn.respond(shown);
}

/** More: the next quotes for the question. */
export async function handleMore(turn: Turn, press: Press<'more'>): Promise<void> {
  await turn.defer();
  const { scope, shown, card } = press.action;
  const again = await askAgain(turn, press, card, {
    scope,
    top: shown + PER_CARD,
    choose: (quotes) => quotes.slice(shown),
    nothing: 'nothingMore',
    look: { shownBefore: shown, isFull: true },
  });
  await ('refusal' in again ? turn.refuse(again.refusal) : turn.respond(again.render(turn)));
}

/** Same article: what else it has on the question. */
export async function handleSameArticle(turn: Turn, press: Press<'same'>): Promise<void> {
  await turn.defer();
  const { article, text } = press.action;
  const shown = (await findPassage(turn.library, press.action))?.passage.id;
  const again = await askAgain(turn, press, '', {
    scope: article,
    top: PER_CARD + 1,
    choose: (quotes) => quotes.filter((quote) => quote.passageId !== shown).slice(0, PER_CARD),
    nothing: 'nothingMoreInArticle',
    look: { shownBefore: 1, without: text, isFull: true },
  });
  await ('refusal' in again ? turn.refuse(again.refusal) : turn.respond(again.render(turn)));
}

/** Post: the quotes of a private card, asked for and checked again, for everybody. */
export async function handlePostAnswer(turn: InteractionTurn, press: Press<'post'>): Promise<void> {
  const { button, action } = press;
  await button.deferUpdate();
  const { scope, from, without, card } = action;
  const readers = turn.inPublic();
  const again = await askAgain(readers, press, card, {
    scope,
    top: from + PER_CARD + (without ? 1 : 0),
    ...(without && { choose: (quotes, shelf) => withoutText(shelf, quotes, without) }),
    ...(!without && from > 0 && { choose: (quotes) => quotes.slice(from) }),
    nothing: 'nothingMore',
    look: { shownBefore: from, isFull: from > 0 },
  });
  if ('refusal' in again) return turn.refuse(again.refusal);
  await postToChannel(turn, button, again.render(readers));
}

function withoutText(shelf: Shelf, quotes: readonly Quote[], text: string): Quote[] {
  return quotes.filter((quote) => quotedSentence(quote, shelf).text !== text).slice(0, PER_CARD);
}

interface Again {
  /** Reference to the one article that is searched, or empty. */
  scope: string;
  /** Quotes that are asked for. */
  top: number;
  /** Chooses among them; where it is not given, the answer is shown as it was at first. */
  choose?: (quotes: readonly Quote[], shelf: Shelf) => Quote[];
  nothing: 'nothingMore' | 'nothingMoreInArticle';
  look: AnswerView;
}

/**
 * Asks the question of a card again.
 *
 * @param cardId the card that the question can be found from; empty for the one of the button
 * @returns some of its quotes, or why there are none
 */
async function askAgain(
  turn: Turn,
  { button, part }: Pick<Press<'more'>, 'button' | 'part'>,
  cardId: string,
  { scope, top, choose, nothing, look }: Again,
): Promise<{ refusal: string } | { render: (view: View) => Reply }> {
  const { bot, words } = turn;
  const article = scope === '' ? undefined : turn.library.catalogue.find(scope);
  if (scope !== '' && !article) return { refusal: whyGone(turn, scope) };
  const card = await cardOf(button, cardId);
  const asked = card && (await askedOn(turn, card, part));
  if (!asked) return { refusal: words.questionGone };
  const { question, earlier, filter } = asked;
  const outcome = await bot.desk.ask(turn.asker, question, {
    top,
    ...(article ? { articleIds: [article.id] } : {}),
    ...(filter ? { filter } : {}),
    ...(earlier ? { earlier } : {}),
  });
  if (outcome.kind !== 'answer') return { refusal: refusalText(outcome, words) };
  const shown = {
    ...look,
    scope: scope || undefined,
    // As it was understood: one line, which no line of the member's own can follow.
    question: outcome.answer.question,
    part,
    card: card.flags.has('Ephemeral') ? '' : card.id,
  };
  const ids = turn.ids.forPart(part);
  if (!choose) return { render: (view) => renderOutcome(outcome, { ...view, ids }, shown) };
  const { library, shelf } = outcome;
  const [first, ...others] = choose(outcome.answer.quotes, shelf);
  if (!first) return { refusal: words[nothing] };
  const { nearest, milliseconds } = outcome.answer;
  const status = statusOf(first.score);
  const answer: Answer = {
    question,
    status: status === 'missed' ? 'near' : status,
    confidence: first.score,
    quotes: [first, ...others],
    nearest,
    milliseconds,
    ...(filter && { filter }),
  };
  return { render: (view) => renderAnswer(answer, { ...view, ids, library, shelf }, shown) };
}
