import type { Sentence, Span } from '../passage.ts';

/** A run of whole sentences, and the sentence that it is about. */
export interface Excerpt extends Span {
  /** Index of the sentence. */
  center: number;
}

/**
 * Cuts a passage into excerpts of at most `maxLength` characters, the one with the greatest weight
 * first; each next one is what has the greatest weight in the text that is left. What has no
 * weight is no excerpt, unless it is the only one.
 *
 * @param sentences in order, without overlaps; at least one
 * @param weights one number of at least 0 for each sentence
 */
export function excerptsOf(
  sentences: readonly Sentence[],
  weights: readonly number[],
  maxLength: number,
): Excerpt[] {
  const excerpts: Excerpt[] = [];
  const left = new Set(sentences.keys());
  while (left.size > 0) {
    const center = greatest(weights, left);
    if (excerpts.length > 0 && !weights[center]) break;
    const first = edge(left, center, -1);
    const around = sentences.slice(first, edge(left, center, 1) + 1);
    const span = excerptAround(around, weights.slice(first), center - first, maxLength);
    excerpts.push({ ...span, center });
    for (const index of left) {
      const { start } = sentences[index] as Sentence;
      if (start >= span.start && start < span.end) left.delete(index);
    }
  }
  return excerpts;
}

/** The index with the greatest weight, the first of equals. */
function greatest(weights: readonly number[], among: Iterable<number>): number {
  const weightOf = (index: number) => weights[index] ?? 0;
  return [...among].reduce((best, index) => (weightOf(index) > weightOf(best) ? index : best));
}

/** How far the indexes go on without a gap. */
function edge(among: ReadonlySet<number>, from: number, step: 1 | -1): number {
  let at = from;
  while (among.has(at + step)) at += step;
  return at;
}

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
