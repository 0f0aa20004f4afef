import type { Answer, Listing } from '../passage.ts';
import { createPeriodText } from '../retrieval/metadata/period/period-text.ts';
import { citationLine, type TerminalStyle } from './citation-line.ts';
import { count } from './count.ts';
import { printableLine } from './printable.ts';

/** Articles that are named. */
const MAX_LISTED = 20;

const names = new Intl.ListFormat('en');

/** `from March 2023`, `since 2022`. */
export const periodText = createPeriodText('en-GB', {
  in: (name) => `from ${name}`,
  since: (name) => `since ${name}`,
  until: (name) => `up to ${name}`,
  between: (from, to) => `from ${from} to ${to}`,
});

/** Articles that were asked for by what is known of them; the nearest where there is none. */
export function renderListing(
  { listing, nearest }: Answer & { status: 'listed' },
  style: TerminalStyle,
): string {
  const { colors } = style;
  const { articles } = listing;
  const header = colors.bold(printableLine(headerOf(listing)));
  const shown = (articles.length > 0 ? articles : nearest).slice(0, MAX_LISTED);
  const more = articles.length - MAX_LISTED;
  return [
    header,
    ...(articles.length === 0 && shown.length > 0 ? ['The nearest articles:'] : []),
    ...shown.map((article) => citationLine(article, [], style)),
    ...(more > 0 ? [colors.dim(`and ${more} more`)] : []),
  ].join('\n');
}

function headerOf({ asked, articles, author, subject, since, until }: Listing): string {
  const common = [
    author !== undefined && `by ${author}`,
    subject !== undefined && `on “${subject}”`,
    (since ?? until) !== undefined && periodText(since, until),
  ].filter((part) => typeof part === 'string');
  const found = articles.length === 0 ? 'No article' : count(articles.length, 'article');
  const order = { newest: ', newest first', oldest: ', oldest first' }[asked as string] ?? '';
  const counted = `${[found, ...common].join(' ')}${articles.length > 1 ? order : ''}`;
  const authors = [...new Set(articles.flatMap((one) => one.authors))];
  return asked === 'authors' && authors.length > 0
    ? `By ${names.format(authors)}. ${counted}:`
    : `${counted}${articles.length > 0 ? ':' : '.'}`;
}
