import type { Answer, ArticleCard, AskedOfCitation, Quote, Span } from '../passage.ts';
import { quotesInOrder } from '../retrieval/quotes-in-order.ts';
import { citationLine, longDate, type TerminalStyle } from './citation-line.ts';
import { drawnQuote, type QuotedArticles } from './drawn-quote.ts';
import { fold } from './fold.ts';
import { printableLine } from './printable.ts';
import { periodText, renderListing } from './render-listing.ts';

const names = new Intl.ListFormat('en');

/** An answer for reading: each quote in quote marks with its citation below, or an honest miss. */
export function renderAnswer(
  answer: Answer,
  articles: QuotedArticles,
  style: TerminalStyle,
): string {
  const { colors, columns } = style;
  const said = toldFirst(answer)
    .map(printableLine)
    .map((line) => colors.dim(columns ? fold(line, columns) : line));
  return [...said, renderFound(answer, articles, style)].join('\n\n');
}

/** What was searched for, and where. */
function toldFirst({ searchedFor, period }: Answer): string[] {
  const told = searchedFor === undefined ? [] : [`Searched for “${searchedFor}”.`];
  if (!period) return told;
  const then = periodText(period.since, period.until);
  told.push(
    period.isLifted
      ? `No article ${then} answers this. Of all articles:`
      : `Looked only at articles ${then}.`,
  );
  return told;
}

function renderFound(answer: Answer, articles: QuotedArticles, style: TerminalStyle): string {
  const { colors } = style;
  if (answer.status === 'listed') return renderListing(answer, style);
  if (answer.status === 'cited') return renderCited(answer, answer.citation, articles, style);
  if (answer.status === 'missed') {
    return [colors.bold('No article answers that.'), ...nearest(answer.nearest)].join('\n');
  }
  const { differ, quotes: arranged } = quotesInOrder(answer);
  const quotes = arranged.map((quote) => renderQuote(quote, quote.marked, articles, style));
  if (differ) quotes.unshift(colors.bold('The articles differ:'));
  if (answer.status === 'answered') return quotes.join('\n\n');
  const percent = Math.round(answer.confidence * 100);
  const label =
    answer.status === 'likely'
      ? answer.byWords
        ? `Found by its words, in a language that the reading model does not know (${percent}% likely):`
        : `Probably this (${percent}% likely):`
      : `Not an answer, but near (${percent}% likely):`;
  return [colors.yellow(label), ...quotes].join('\n\n');
}

/** Who wrote an article, or when; below it the article's opening, of which no sentence answers. */
function renderCited(
  { quotes }: Answer,
  citation: AskedOfCitation,
  articles: QuotedArticles,
  style: TerminalStyle,
): string {
  const { colors, columns } = style;
  const line = colors.bold(printableLine(citedLine(citation)));
  const said = columns ? fold(line, columns) : line;
  if (quotes.length === 0) return [said, citationLine(citation.article, [], style)].join('\n');
  const opening = quotes.map((quote) => renderQuote(quote, undefined, articles, style));
  return [said, ...opening].join('\n\n');
}

function citedLine({ asked, article }: AskedOfCitation): string {
  const { title, authors, date } = article;
  if (asked === 'title') return `The article is called ${title}.`;
  if (asked === 'authors and date') {
    const both = ['authors', 'date'] as const;
    return both.map((one) => citedLine({ asked: one, article })).join(' ');
  }
  if (asked === 'authors') {
    return authors.length > 0
      ? `${title} is by ${names.format(authors)}.`
      : `${title} does not say who wrote it.`;
  }
  return date !== null
    ? `${title} is dated ${longDate(date)}.`
    : `${title} does not say when it was published.`;
}

function renderQuote(
  quote: Quote,
  marked: Span | undefined,
  articles: QuotedArticles,
  style: TerminalStyle,
): string {
  const { colors, columns } = style;
  const folded = (line: string) => (columns ? fold(line, columns) : line);
  const { start, passage, article } = quote;
  const text = [
    passage.start < start ? '[…] ' : '',
    `“${drawnQuote(quote, articles, colors, marked)}”`,
    quote.end < passage.end ? ' […]' : '',
  ].join('');
  const lines = [
    folded(text),
    citationLine(article, placeOf(quote), style),
    ...(quote.link ? [colors.dim(colors.cyan(`  ${printableLine(quote.link)}`))] : []),
  ];
  return lines.join('\n');
}

function placeOf({ paragraph, page }: Quote): string[] {
  return [`¶ ${paragraph}`, ...(page === undefined ? [] : [`p. ${page}`])];
}

function nearest(cards: readonly ArticleCard[]): string[] {
  if (cards.length === 0) return [];
  return [
    'The nearest articles:',
    ...cards.map(({ title, file }) => printableLine(`  • ${title} (${file})`)),
  ];
}
