import type { Answer, Listing } from '../../passage.ts';
import type { Words } from '../locales/words.ts';
import type { Reply } from '../message/components.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import type { View } from '../turn/turn.ts';
import type { AnswerView } from './answer-view.ts';
import { renderArticles } from './article-list.ts';
import { deleteButton } from './card-buttons.ts';
import { filterLine } from './filter-line.ts';
import { repeatedQuestion } from './question-line.ts';

/** Characters of what was asked for, and of a name, before they are escaped. */
const NAME_LENGTH = 80;
/** Authors that are named above the list. */
const MAX_AUTHORS = 8;

/** Articles that were asked for by what is known of them; the nearest where there is none. */
export function renderListing(
  answer: Answer & { status: 'listed' },
  view: View,
  look: AnswerView,
): Reply {
  const { words } = view;
  const { listing, nearest } = answer;
  const above = [
    ...repeatedQuestion(look.question, look.part),
    ...filterLine(answer, words, look.part),
  ];
  const buttons = look.withoutDelete ? [] : deleteButton(view);
  const header = headerOf(listing, words);
  if (listing.articles.length > 0) {
    return renderArticles(header, listing.articles, view, { above, buttons });
  }
  const near = listing.subject === undefined ? words.ofOtherTimes : words.nearest;
  const said = [header, ...(nearest.length > 0 ? [near] : [])].join('\n');
  return renderArticles(said, nearest, view, { above, buttons });
}

/** How many there are and what they have in common; above that, if asked for, who wrote them. */
function headerOf(listing: Listing, words: Words): string {
  const { asked, articles, author, subject, since, until } = listing;
  const order = { newest: words.newestFirst, oldest: words.oldestFirst }[asked as string];
  if (asked === 'articles' && subject !== undefined && !author && !since && !until) {
    const none = articles.length === 0;
    return none ? words.noneOnSubject(shown(subject)) : `**${words.onSubject(shown(subject))}**`;
  }
  const common = [
    author !== undefined && words.by(shown(author)),
    subject !== undefined && words.on(shown(subject)),
    (since ?? until) !== undefined && words.period(since, until),
    articles.length > 1 && order,
  ].filter((part) => typeof part === 'string');
  if (articles.length === 0) return [words.noArticles, ...common].join(' · ');
  const counted = `**${[words.articles(articles.length), ...common].join(' · ')}**`;
  if (asked !== 'authors') return counted;
  const authors = [...new Set(articles.flatMap((one) => one.authors))];
  const more = authors.length - MAX_AUTHORS;
  const named = authors.slice(0, MAX_AUTHORS).map(shown);
  const line = more > 0 ? `${named.join(', ')} ${words.andMore(more)}` : words.list(named);
  return `${words.wroteThese(line)}\n${counted}`;
}

function shown(name: string): string {
  return escapeMarkdown(shorten(oneLine(name), NAME_LENGTH));
}
