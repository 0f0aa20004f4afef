import type { Sentence, Span } from '../passage.ts';

/**
 * The run of whole sentences, at most `maxLength` characters from its first to its last, that
 * holds `center` and the greatest sum of `weights`; among equals the one that holds the most text.
 * One sentence that is longer than that stands alone.
 *
 * @param sentences in order, without overlaps
 * @param weights one number of at least 0 for each sentence
 * @param center index of a sentence
 */
export function excerptAround(
  sentences: readonly Sentence[],
  weights: readonly number[],
  center: number,
  maxLength: number,
): Span {
  const middle = sentences[center] as Sentence;
  let best: Span = { start: middle.start, end: middle.end };
  let bestWeight = -1;
  for (let first = center; first >= 0; first--) {
    const start = (sentences[first] as Sentence).start;
    if (middle.end - start > maxLength) break;
    let weight = sum(weights, first, center);
    for (let last = center; last < sentences.length; last++) {
      const end = (sentences[last] as Sentence).end;
      if (end - start > maxLength) break;
      if (last > center) weight += weights[last] ?? 0;
      const longer = end - start > best.end - best.start;
      if (weight > bestWeight + Number.EPSILON || (weight >= bestWeight && longer)) {
        best = { start, end };
        bestWeight = weight;
      }
    }
  }
  return best;
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let i = from; i <= to; i++) total += values[i] ?? 0;
  return total;
}
