import type { ArticleCard, Passage, Quote } from '../passage.ts';
import type { PassageStore } from '../store/types.ts';
import { excerptAround } from './excerpt.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { articleOf } from './reading.ts';
import { linkToText } from './text-fragment.ts';
import { MAX_QUOTE_LENGTH } from './tuning.ts';
import { verifyQuote } from './verify.ts';

/** A ranked passage with the likelihood that it answers. */
export interface Scored {
  ranked: { passage: Passage };
  /** In 0..1. */
  probability: number;
  /** How promising each sentence is, 0 or more, on any scale. */
  weights: readonly number[];
}

/**
 * The quotes of an answer, best first, from different places: a passage that says nearly the same
 * as one before it is left out. Each is checked against the stored article.
 *
 * @throws QuoteMismatchError when a stored passage is not its article's own text.
 */
export function chooseQuotes(scored: readonly Scored[], top: number, store: PassageStore): Quote[] {
  const quotes: Quote[] = [];
  for (const candidate of scored) {
    if (quotes.length === top) break;
    const quote = quoteOf(candidate, store);
    if (quotes.some((other) => nearDuplicates(other.text, quote.text))) continue;
    verifyQuote(quote, store.article(quote.article.id)?.text);
    quotes.push(quote);
  }
  return quotes;
}

function quoteOf(
  { ranked: { passage }, probability, weights }: Scored,
  store: PassageStore,
): Quote {
  const article = articleOf(passage, store);
  const whole = store.passage(passage.id) ?? passage;
  const center = weights.indexOf(Math.max(...weights));
  const sentence = passage.sentences[center] as Passage['sentences'][number];
  const fits = passage.end - passage.start <= MAX_QUOTE_LENGTH;
  const { start, end } = fits
    ? passage
    : excerptAround(passage.sentences, weights, center, MAX_QUOTE_LENGTH);
  const { text, ...card } = article;
  return {
    passageId: passage.id,
    article: card satisfies ArticleCard,
    paragraph: passage.paragraph,
    start,
    end,
    text: text.slice(start, end),
    marked: {
      start: sentence.start,
      end: sentence.end,
      text: text.slice(sentence.start, sentence.end),
    },
    passage: { start: whole.start, end: whole.end },
    score: probability,
    link: article.url === null ? null : linkToText(article.url, sentence.plain),
  };
}
