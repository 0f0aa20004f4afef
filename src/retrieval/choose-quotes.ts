import type { Passage, Quote } from '../passage.ts';
import type { Shelf } from '../store/types.ts';
import { type Excerpt, excerptsOf } from './excerpt.ts';
import { saysSomething, withSense } from './filler.ts';
import { markedRun, type SentenceRun } from './marked-run.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { quoteAt } from './quote-at.ts';
import { articleOf } from './reading.ts';
import { MAX_QUOTE_LENGTH } from './tuning.ts';
import { verifyQuote } from './verify.ts';

/** A ranked passage with the likelihood that it answers. */
export interface Scored {
  ranked: { passage: Passage };
  /** In 0..1. */
  probability: number;
  /** How promising each sentence is, 0 or more, on any scale. */
  weights: readonly number[];
  /** From what share of the best sentence's weight on the one next to it is marked, too; undefined for none. */
  close?: number;
}

/**
 * The quotes of an answer, best first, from different places: what says nearly the same as a quote
 * before it is left out. Of a long passage several excerpts may be quoted; a further one counts
 * less, as its best sentence has less weight. What says nothing alone ("He did.") is quoted with the
 * sentence that gives it sense, or not at all. Each quote is checked against the stored article.
 *
 * @param least further quotes are those that are at least so likely to answer, in 0..1
 * @throws QuoteMismatchError when a stored passage is not its article's own text.
 */
export function chooseQuotes(
  scored: readonly Scored[],
  top: number,
  least: number,
  store: Shelf,
): Quote[] {
  const quotes: Quote[] = [];
  for (const quotable of inOrder(scored)) {
    if (quotes.length === top) break;
    if (quotes.length > 0 && quotable.score < least) continue;
    const quote = quoteOf(quotable, store);
    if (quotes.some((other) => nearDuplicates(other.text, quote.text))) continue;
    verifyQuote(quote, store.article(quote.article.id)?.text);
    quotes.push(quote);
  }
  return quotes;
}

interface Quotable {
  passage: Passage;
  excerpt: Excerpt;
  marked: SentenceRun;
  score: number;
}

/** The first excerpt of each passage in the order given, and the others where their score puts them. */
function inOrder(scored: readonly Scored[]): Quotable[] {
  const order: Quotable[] = [];
  let waiting: Quotable[] = [];
  for (const candidate of scored) {
    const [first, ...others] = quotablesOf(candidate);
    if (!first) continue;
    const due = waiting.filter(({ score }) => score > first.score);
    waiting = waiting.filter(({ score }) => score <= first.score);
    order.push(...due, first);
    waiting = [...waiting, ...others].sort((a, b) => b.score - a.score);
  }
  return [...order, ...waiting];
}

function quotablesOf({
  ranked: { passage },
  probability,
  weights,
  close = Number.POSITIVE_INFINITY,
}: Scored): Quotable[] {
  const { sentences, start, end } = passage;
  if (!saysSomething(sentences)) return [];
  const most = Math.max(...weights);
  const excerpts =
    end - start <= MAX_QUOTE_LENGTH
      ? [{ start, end, center: weights.indexOf(most) }]
      : excerptsOf(sentences, weights, MAX_QUOTE_LENGTH).map((excerpt) =>
          withSense(excerpt, sentences),
        );
  return excerpts.map((excerpt, index) => ({
    passage,
    excerpt,
    marked: markedRun(sentences, weights, excerpt.center, excerpt, close),
    score: index === 0 ? probability : (probability * (weights[excerpt.center] ?? 0)) / most,
  }));
}

function quoteOf({ passage, excerpt, marked, score }: Quotable, store: Shelf): Quote {
  const whole = store.passage(passage.id) ?? passage;
  return quoteAt(articleOf(passage, store), passage, whole, excerpt, marked, score);
}
