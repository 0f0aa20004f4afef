import type { APITextDisplayComponent } from 'discord.js';
import type { Answer, Quote, Status } from '../../passage.ts';
import { quotesInOrder } from '../../retrieval/quotes-in-order.ts';
import { MAX_NEAREST } from '../../retrieval/tuning.ts';
import type { Action } from '../buttons/custom-id.ts';
import { referenceToArticle } from '../buttons/references.ts';
import type { Words } from '../locales/words.ts';
import { escapeMarkdown } from '../text/escape.ts';
import { LIMITS } from '../text/limits.ts';
import { citation, citedLine } from './citation.ts';
import {
  type ButtonLook,
  button,
  card,
  line,
  type Reply,
  reply,
  row,
  STATUS_COLOURS,
  section,
  text,
} from './components.ts';
import type { ViewContext } from './context.ts';
import { smallHeight } from './phone-height.ts';
import { postRow } from './post-button.ts';
import { quotedSentence, showQuotes } from './quotes.ts';
import { searchedForLine } from './searched-for.ts';

/**
 * The text display that repeats the question has this id, so that a later click finds it; the
 * second answer of a message has the next one, and so on.
 */
export const QUESTION_ID = 1001;
export const QUESTION_PREFIX = '-# ❓ ';

/** Room for the bot's own words in a card: two lines of them. */
const OWN_WORDS = 400;
/**
 * CSS pixels that the quotes with their citations may take on a phone: with its frame and a row of
 * buttons an answer is then at most 420 high.
 */
const MAX_HEIGHT = 380;

export interface AnswerView {
  /** Repeated above the answer, where it stands nowhere else in the channel. */
  question?: string | undefined;
  /** Reference to the one article that was searched. */
  scope?: string | undefined;
  /** Quotes shown on earlier cards, and the public one of those. */
  shownBefore?: number;
  /** Reference to the text of the passage that the quotes are without. */
  without?: string;
  card?: string | undefined;
  /** Show all quotes, however high the card becomes. */
  isFull?: boolean;
  /** Show the button that calls for a human, unless a quote answers. */
  canAskHuman?: boolean;
  /** Which of several answers in one message this is, from 0, and what it may take of that. */
  part?: number;
  room?: number;
  nearest?: number;
  withoutDelete?: boolean;
  /** The question's language, where no article is in it. */
  foreign?: string | undefined;
}

/** An answer as a message, with all its quotes. It fits Discord's limits whatever the articles hold. */
export function renderAnswer(answer: Answer, context: ViewContext, view: AnswerView = {}): Reply {
  const asked = view.question === undefined ? [] : [questionLine(view.question, view.part)];
  const { differ, quotes } = quotesInOrder(answer);
  const [best] = quotes;
  if (!best) return renderMiss(answer, context, view, asked);
  const { words, report } = context;
  const above = [...asked, ...(differ ? [text(words.differ)] : label(answer, words))];
  const shown = showQuotes(quotes, context, {
    room: (view.room ?? LIMITS.text) - OWN_WORDS - lengthOf(above),
    height:
      view.isFull || differ
        ? Number.POSITIVE_INFINITY
        : MAX_HEIGHT - asked.reduce((sum, { content }) => sum + smallHeight(content), 0),
    isBold: answer.status !== 'cited',
  });
  if (shown.components.length === 0) {
    return line(words.failed(shown.errorId ?? report(new Error('No quote to show.'), 'answer')));
  }
  const withheld = shown.withheld > 0 ? [text(`-# ${words.withheld}`)] : [];
  const human = answer.status === 'near' && view.canAskHuman ? [humanButton(context)] : [];
  const rows = [answerButtons(answer.status, shown.count, best, context, view), human].filter(
    (all) => all.length > 0,
  );
  const { scope = '', shownBefore = 0, without = '', card: from = '' } = view;
  const post = postRow(context, { do: 'post', scope, from: shownBefore, without, card: from });
  const parts = [...above, ...shown.components, ...withheld, ...rows.map(row), ...post];
  return reply(card(parts, STATUS_COLOURS[answer.status]));
}

/** Five at most. A private card needs no button that deletes it, and has one more to go on with. */
function answerButtons(
  status: Status,
  count: number,
  best: Quote,
  context: ViewContext,
  { scope = '', card: from = '', shownBefore = 0, withoutDelete = false }: AnswerView,
) {
  const { ids, guildId, words, library } = context;
  const article = referenceToArticle(best.article.id);
  const { sentence, ...passage } = quotedSentence(best, library);
  const make = (action: Action, look: ButtonLook) => button(ids.encode(action, guildId), look);
  const more = { scope, shown: shownBefore + count, card: from };
  const same = { label: words.sameArticle };
  return [
    ...(status === 'cited' ? [] : [make({ do: 'more', ...more }, { label: words.more })]),
    ...(context.private ? [make({ do: 'same', ...passage }, same)] : []),
    make({ do: 'cite', ...passage, sentence }, { label: words.cite }),
    make({ do: 'good', article }, { emoji: '👍' }),
    make({ do: 'bad', article }, { emoji: '👎' }),
    ...(withoutDelete ? [] : deleteButton(context)),
  ];
}

/** What stands above the first quote: how sure the answer is, or what the citation says. */
function label(answer: Answer, words: Words): APITextDisplayComponent[] {
  const said = searchedForLine(answer, words);
  if (answer.status === 'cited') said.push(citedLine(answer.citation, words));
  if (answer.status === 'likely' || answer.status === 'near') said.push(words[answer.status]);
  return said.map((line) => text(line));
}

function renderMiss(
  answer: Answer,
  context: ViewContext,
  view: AnswerView,
  asked: APITextDisplayComponent[],
): Reply {
  const { words, ids, guildId } = context;
  const left = (view.room ?? LIMITS.text) - OWN_WORDS - lengthOf(asked);
  const most = view.nearest ?? MAX_NEAREST;
  const room = Math.floor(left / most);
  const nearest = answer.nearest.slice(0, most).map((article) => {
    const action = { do: 'look', article: referenceToArticle(article.id), paragraph: 0 } as const;
    const look = { emoji: '📖', label: words.lookUp };
    return section(
      citation(article, undefined, [article.url], words, room),
      button(ids.encode(action, guildId), look),
    );
  });
  const human = view.canAskHuman ? [humanButton(context)] : [];
  const buttons = [...human, ...(view.withoutDelete ? [] : deleteButton(context))];
  const said =
    answer.status === 'cited'
      ? citedLine(answer.citation, words)
      : [words.missed, ...(nearest.length > 0 ? [words.nearest] : [])].join('\n');
  const below = buttons.length > 0 ? [row(buttons)] : [];
  return reply(card([...asked, text(said), ...nearest, ...below], STATUS_COLOURS.missed));
}

function lengthOf(displays: readonly APITextDisplayComponent[]): number {
  return displays.reduce((sum, { content }) => sum + content.length, 0);
}

export function questionLine(question: string, part = 0) {
  return text(`${QUESTION_PREFIX}${escapeMarkdown(question)}`, QUESTION_ID + part);
}

/** Calls for a human; for the question of another card if one is given. */
export function humanButton({ ids, guildId, askerId, words }: ViewContext, card = '') {
  const id = ids.encode({ do: 'human', asker: askerId, card }, guildId);
  return button(id, { emoji: '🙋', label: words.askHuman });
}

/** The asker and moderators can take a public card away; a private one is dismissed by its reader. */
export function deleteButton({ private: hidden, ids, guildId, askerId }: ViewContext) {
  if (hidden) return [];
  const id = ids.encode({ do: 'delete', asker: askerId }, guildId);
  return [button(id, { emoji: '🗑️' })];
}
