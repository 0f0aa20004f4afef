import type { Passage, Sentence } from '../passage.ts';

/**
 * The index range of sentences that the cross-encoder reads of a passage: all where they fit into
 * `maxLength` characters, else the run of sentences that shares most with the question.
 *
 * @param relevance one number for each sentence
 * @returns first and last index, inclusive
 */
export function readableRange(
  passage: Passage,
  relevance: readonly number[],
  maxLength: number,
): [first: number, last: number] {
  const { sentences } = passage;
  const end = sentences.length - 1;
  if (passage.plain.length <= maxLength) return [0, end];
  let best: [number, number] = [0, 0];
  let bestSum = -1;
  let sum = 0;
  let length = 0;
  let first = 0;
  for (let last = 0; last < sentences.length; last++) {
    sum += relevance[last] ?? 0;
    length += lengthOf(sentences[last]);
    while (length > maxLength && first < last) {
      sum -= relevance[first] ?? 0;
      length -= lengthOf(sentences[first]);
      first++;
    }
    if (sum > bestSum) {
      best = [first, last];
      bestSum = sum;
    }
  }
  return best;
}

function lengthOf(sentence: Sentence | undefined): number {
  return (sentence?.plain.length ?? 0) + 1;
}
