import type { Article, Passage, Quote } from '../passage.ts';
import { excerptAround } from './excerpt.ts';
import { quoteAt } from './quote-at.ts';
import { MAX_QUOTE_LENGTH } from './tuning.ts';

/**
 * A passage as a quote, or of a long one the sentences around the marked one.
 *
 * @param sentence index of the marked sentence; the first one where there is no such
 */
export function quoteOfPassage(article: Article, passage: Passage, sentence: number): Quote {
  const { sentences } = passage;
  const center = sentence < sentences.length ? sentence : 0;
  const isShort = passage.end - passage.start <= MAX_QUOTE_LENGTH;
  const weights = sentences.map(() => 0);
  const span = isShort ? passage : excerptAround(sentences, weights, center, MAX_QUOTE_LENGTH);
  const excerpt = { start: span.start, end: span.end, center };
  return quoteAt(article, passage, passage, excerpt, { first: center, last: center }, 0);
}
