import type { Sentence, Span } from '../passage.ts';

/** A run of sentences: the indexes of its first and its last. */
export interface SentenceRun {
  first: number;
  last: number;
}

/**
 * What is marked of an excerpt: its best sentence, and one next to it inside the excerpt where that
 * may as well be the one that answers.
 *
 * @param shares what share of the answer each sentence has
 * @param best index of the best sentence
 * @param close from this share of the best one's on, the sentence next to it is marked, too
 */
export function markedRun(
  sentences: readonly Sentence[],
  shares: readonly number[],
  best: number,
  { start, end }: Span,
  close: number,
): SentenceRun {
  const shareOf = (place: number) => {
    const sentence = sentences[place];
    const isInside = sentence && sentence.start >= start && sentence.end <= end;
    return isInside ? (shares[place] ?? 0) : 0;
  };
  const least = close * (shares[best] ?? 0);
  const [before, after] = [shareOf(best - 1), shareOf(best + 1)];
  if (Math.max(before, after) < least || Math.max(before, after) === 0) {
    return { first: best, last: best };
  }
  return before > after ? { first: best - 1, last: best } : { first: best, last: best + 1 };
}
