import { QuoteMismatchError } from '../errors.ts';
import type { Quote } from '../passage.ts';

/**
 * Checks that a quote and its marked sentence are the article's own text at the cited place.
 *
 * @throws QuoteMismatchError when they are not: such a quote must not reach a reader.
 */
export function verifyQuote(quote: Quote, articleText: string | undefined): void {
  const { marked } = quote;
  const literal =
    articleText !== undefined &&
    articleText.slice(quote.start, quote.end) === quote.text &&
    articleText.slice(marked.start, marked.end) === marked.text &&
    quote.passage.start <= quote.start &&
    quote.start <= marked.start &&
    marked.end <= quote.end &&
    quote.end <= quote.passage.end;
  if (!literal) {
    throw new QuoteMismatchError(
      `${quote.article.file} does not read so at ${quote.start}..${quote.end}.`,
    );
  }
}
