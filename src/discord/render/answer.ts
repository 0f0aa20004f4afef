import type { APITextDisplayComponent } from 'discord.js';
import type { Answer, Quote, Span, Status } from '../../passage.ts';
import { atAGlance } from '../../retrieval/at-a-glance.ts';
import { aroundFigure } from '../../retrieval/differing/around-figure.ts';
import { figuresOfAnswer } from '../../retrieval/differing/differing-figures.ts';
import { quotesInOrder } from '../../retrieval/quotes-in-order.ts';
import type { Action } from '../buttons/custom-id.ts';
import { referenceToArticle } from '../buttons/references.ts';
import type { Words } from '../locales/words.ts';
import {
  type ButtonLook,
  button,
  card,
  lengthOf,
  line,
  type Reply,
  reply,
  row,
  STATUS_COLOURS,
  text,
} from '../message/components.ts';
import type { Outcome } from '../questions/desk.ts';
import { LIMITS } from '../text/limits.ts';
import type { QuotingView, View } from '../turn/turn.ts';
import { type AnswerView, OWN_WORDS } from './answer-view.ts';
import { deleteButton, humanButton, postRow } from './card-buttons.ts';
import { citedLine } from './citation.ts';
import { filterLine } from './filter-line.ts';
import { renderForeign } from './foreign.ts';
import { renderListing } from './listing.ts';
import { renderMiss } from './miss.ts';
import { periodLine } from './period-line.ts';
import { smallHeight } from './phone-height.ts';
import { repeatedQuestion } from './question-line.ts';
import { quotedSentence, showQuotes } from './quotes.ts';
import { refusalText } from './refusal-text.ts';
import { searchedForLine } from './searched-for.ts';

/**
 * CSS pixels that the quotes with their citations may take on a phone: with its frame and a row of
 * buttons an answer is then at most 420 high.
 */
const MAX_HEIGHT = 380;
/** The same of two quotes whose articles differ: such a card is at most 600 high. */
const MAX_DIFFERING_HEIGHT = 590;

/** Whatever became of a question, as a message. */
export function renderOutcome(
  outcome: Outcome,
  place: Omit<View, 'library'>,
  look: AnswerView = {},
): Reply {
  if (outcome.kind !== 'answer') return line(refusalText(outcome, place.words));
  const answer = atAGlance(outcome.answer);
  const { library, shelf } = outcome;
  const view = { ...place, library, shelf };
  return look.foreign === undefined
    ? renderAnswer(answer, view, look)
    : renderForeign(answer, look.foreign, view, look);
}

/** An answer as a message, with all its quotes. It fits Discord's limits whatever the articles hold. */
export function renderAnswer(answer: Answer, view: QuotingView, look: AnswerView = {}): Reply {
  if (answer.status === 'listed') return renderListing(answer, view, look);
  const asked = repeatedQuestion(look.question, look.part);
  const { differ, quotes } = quotesInOrder(answer);
  const [best] = quotes;
  if (!best) return renderMiss(answer, view, look);
  const { words, report } = view;
  const above = [
    ...asked,
    ...filterLine(answer, words, look.part),
    ...label(answer, words, differ),
  ];
  const shown = showQuotes(quotes, view, {
    room: (look.room ?? LIMITS.text) - OWN_WORDS - lengthOf(above),
    height: look.isFull
      ? Number.POSITIVE_INFINITY
      : (differ ? MAX_DIFFERING_HEIGHT : MAX_HEIGHT) -
        asked.reduce((sum, { content }) => sum + smallHeight(content), 0),
    isBold: answer.status !== 'cited',
    ...(differ && !look.isFull && { cores: figuresOf(answer) }),
  });
  if (shown.components.length === 0) {
    return line(words.failed(shown.errorId ?? report(new Error('No quote to show.'), 'answer')));
  }
  const withheld = shown.withheld > 0 ? [text(`-# ${words.withheld}`)] : [];
  const human = answer.status === 'near' && look.canAskHuman ? [humanButton(view)] : [];
  const rows = [answerButtons(answer.status, shown.count, best, view, look), human].filter(
    (all) => all.length > 0,
  );
  const { scope = '', shownBefore = 0, without = '', card: from = '' } = look;
  const post = postRow(view, { do: 'post', scope, from: shownBefore, without, card: from });
  const parts = [...above, ...shown.components, ...withheld, ...rows.map(row), ...post];
  return reply(card(parts, STATUS_COLOURS[answer.status]));
}

/** Of each quote that differs what stands around its figure. */
function figuresOf(answer: Answer): Map<Quote, Span> {
  const { differing } = answer;
  if (!differing) return new Map();
  const figures = figuresOfAnswer(answer, differing);
  return new Map(
    differing.flatMap((quote, i) => {
      const figure = figures[i];
      return figure ? [[quote, aroundFigure(quote, figure)] as const] : [];
    }),
  );
}

/** Five at most. A private card needs no button that deletes it, and has one more to go on with. */
function answerButtons(
  status: Status,
  count: number,
  best: Quote,
  view: QuotingView,
  { scope = '', card: from = '', shownBefore = 0, withoutDelete = false }: AnswerView,
) {
  const { ids, guildId, words, shelf } = view;
  const article = referenceToArticle(best.article.id);
  const { sentence, ...passage } = quotedSentence(best, shelf);
  const make = (action: Action, look: ButtonLook) => button(ids.encode(action, guildId), look);
  const more = { scope, shown: shownBefore + count, card: from };
  const same = { label: words.sameArticle };
  return [
    ...(status === 'cited' ? [] : [make({ do: 'more', ...more }, { label: words.more })]),
    ...(view.private ? [make({ do: 'same', ...passage }, same)] : []),
    make({ do: 'cite', ...passage, sentence }, { label: words.cite }),
    make({ do: 'good', article }, { emoji: '👍' }),
    make({ do: 'bad', article }, { emoji: '👎' }),
    ...(withoutDelete ? [] : deleteButton(view)),
  ];
}

/** What stands above the first quote: what was searched for, how sure the answer is. */
function label(answer: Answer, words: Words, differ: boolean): APITextDisplayComponent[] {
  const said = [...searchedForLine(answer, words), ...periodLine(answer, words)];
  if (answer.status === 'cited') said.push(citedLine(answer.citation, words));
  if (differ) said.push(words.differ);
  else if (answer.status === 'likely' && answer.byWords) said.push(words.byWords);
  else if (answer.status === 'likely' || answer.status === 'near') said.push(words[answer.status]);
  return said.map((line) => text(line));
}
