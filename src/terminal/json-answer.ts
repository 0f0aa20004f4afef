import type { Answer, AskedOfCitation, Listing, Quote } from '../passage.ts';
import { figuresOfAnswer } from '../retrieval/differing/differing-figures.ts';

/** An answer as `ask --json` prints it. Offsets are UTF-16 code units into the article's text. */
export function jsonAnswer(answer: Answer) {
  const { question, searchedFor, status, confidence, quotes, nearest, milliseconds } = answer;
  const { period, byWords } = answer;
  return {
    question,
    ...(searchedFor !== undefined && { searchedFor }),
    status,
    confidence: round(confidence),
    ...(byWords && { byWords }),
    quotes: quotes.map(jsonQuote),
    nearest: nearest.map(({ id, title }) => ({ id, title })),
    milliseconds,
    ...jsonDiffering(answer),
    ...(period && {
      period: { since: period.since ?? null, until: period.until ?? null, lifted: period.isLifted },
    }),
    ...(answer.status === 'listed' && { listing: jsonListing(answer.listing) }),
    ...(answer.status === 'cited' && { citation: jsonCitation(answer.citation) }),
  };
}

/**
 * Only where articles differ: the newer quote and the older one, each by its position in `quotes`,
 * with the figure that differs.
 */
function jsonDiffering(answer: Answer) {
  const { quotes, differing } = answer;
  const all: readonly Quote[] = quotes;
  if (!differing?.every((quote) => all.includes(quote))) return {};
  const figures = figuresOfAnswer(answer, differing);
  return {
    differing: differing.map((quote, i) => ({
      quote: all.indexOf(quote),
      figure: figures[i] ?? null,
    })),
  };
}

function jsonQuote({ article, paragraph, page, start, end, text, marked, score }: Quote) {
  const { id, file, title, authors, date, url } = article;
  return {
    article: { id, file, title, authors, date, url },
    paragraph,
    ...(page !== undefined && { page }),
    start,
    end,
    text,
    marked,
    score: round(score),
  };
}

/** Only where an article's citation answers. */
function jsonCitation({ asked, article: { id, title, authors, date } }: AskedOfCitation) {
  const says = { authors, date, title, 'authors and date': { authors, date } }[asked];
  return { asked, article: { id, title }, says };
}

/** Only where a list of articles answers. */
function jsonListing({ articles, ...asked }: Listing) {
  return {
    ...asked,
    articles: articles.map(({ id, title, authors, date }) => ({ id, title, authors, date })),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
