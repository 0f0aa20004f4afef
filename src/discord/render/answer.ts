import type { APIComponentInContainer, APITextDisplayComponent } from 'discord.js';
import type { Answer } from '../../passage.ts';
import { quotesInOrder } from '../../quotes-in-order.ts';
import { referenceToArticle } from '../buttons/references.ts';
import { citation } from './citation.ts';
import { citedLine } from './cited-line.ts';
import { button, card, line, type Reply, reply, row, section, text } from './components.ts';
import type { ViewContext } from './context.ts';
import { escapeMarkdown } from './escape.ts';
import { LIMITS } from './limits.ts';
import { postRow } from './post-button.ts';
import { quotedPassage, showQuotes } from './quotes.ts';

/** The text display that repeats the question has this id, so that a later click finds it. */
export const QUESTION_ID = 1001;
export const QUESTION_PREFIX = '-# ❓ ';

/** Room for the bot's own words in a card: two lines of them. */
const OWN_WORDS = 400;
const MOST_NEAREST = 3;

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
  /** Show the button that calls for a human. */
  canAskHuman?: boolean;
}

/** An answer as a message. It fits Discord's limits whatever the articles hold. */
export function renderAnswer(answer: Answer, context: ViewContext, view: AnswerView = {}): Reply {
  const asked = view.question === undefined ? [] : [questionLine(view.question)];
  if (answer.status === 'missed') return renderMiss(answer, context, view, asked);
  const { words, report, ids, guildId, library } = context;
  const { differ, quotes } = quotesInOrder(answer);
  const above = [
    ...asked,
    ...(answer.citation ? [text(citedLine(answer.citation, words))] : []),
    ...(differ ? [text(words.differ)] : []),
  ];
  const room = LIMITS.text - OWN_WORDS - lengthOf(above);
  const shown = showQuotes(quotes, context, room, answer.citation === undefined);
  if (shown.components.length === 0) {
    return line(words.failed(shown.errorId ?? report(new Error('No quote to show.'), 'answer')));
  }
  const below: APIComponentInContainer[] = [];
  if (answer.status === 'unsure') below.push(text(words.unsure));
  if (shown.withheld > 0) below.push(text(`-# ${words.withheld}`));
  const best = answer.quotes[0];
  const article = referenceToArticle(best.article.id);
  const { scope = '', card: from = '', shownBefore = 0 } = view;
  const more = { scope, shown: shownBefore + answer.quotes.length, card: from };
  const buttons = [
    button(ids.encode({ do: 'more', ...more }, guildId), { label: words.more }),
    button(ids.encode({ do: 'same', ...quotedPassage(best, library) }, guildId), {
      label: words.sameArticle,
    }),
    button(ids.encode({ do: 'good', article }, guildId), { emoji: '👍' }),
    button(ids.encode({ do: 'bad', article }, guildId), { emoji: '👎' }),
    ...deleteButton(context),
  ];
  const { without = '' } = view;
  const post = postRow(context, { do: 'post', scope, from: shownBefore, without, card: from });
  return reply(card([...above, ...shown.components, ...below, row(buttons), ...post]));
}

function renderMiss(
  answer: Answer,
  context: ViewContext,
  view: AnswerView,
  asked: APITextDisplayComponent[],
): Reply {
  const { words, ids, guildId, askerId } = context;
  const room = Math.floor((LIMITS.text - OWN_WORDS - lengthOf(asked)) / MOST_NEAREST);
  const nearest = answer.nearest.slice(0, MOST_NEAREST).map((article) => {
    const action = { do: 'look', article: referenceToArticle(article.id), paragraph: 0 } as const;
    const look = { emoji: '📖', label: words.lookUp };
    return section(
      citation(article, undefined, [article.url], words, room),
      button(ids.encode(action, guildId), look),
    );
  });
  const human = view.canAskHuman
    ? [
        button(ids.encode({ do: 'human', asker: askerId }, guildId), {
          emoji: '🙋',
          label: words.askHuman,
        }),
      ]
    : [];
  const buttons = [...human, ...deleteButton(context)];
  const said = answer.citation
    ? citedLine(answer.citation, words)
    : [words.missed, ...(nearest.length > 0 ? [words.nearest] : [])].join('\n');
  return reply(
    card([...asked, text(said), ...nearest, ...(buttons.length > 0 ? [row(buttons)] : [])]),
  );
}

function lengthOf(displays: readonly APITextDisplayComponent[]): number {
  return displays.reduce((sum, { content }) => sum + content.length, 0);
}

export function questionLine(question: string) {
  return text(`${QUESTION_PREFIX}${escapeMarkdown(question)}`, QUESTION_ID);
}

/** The asker and moderators can take a public card away; a private one is dismissed by its reader. */
export function deleteButton({ private: hidden, ids, guildId, askerId, words }: ViewContext) {
  if (hidden) return [];
  const id = ids.encode({ do: 'delete', asker: askerId }, guildId);
  return [button(id, { emoji: '🗑️', label: words.delete })];
}
