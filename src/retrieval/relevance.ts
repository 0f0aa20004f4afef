import type { Passage } from '../passage.ts';
import type { PassageStore } from '../store/types.ts';

/**
 * For each sentence of a passage the sum of the idf of those terms of the query that it holds:
 * what is worth reading first.
 */
export function termRelevance(query: string, store: PassageStore): (passage: Passage) => number[] {
  const wanted = store.terms(query);
  return (passage) =>
    passage.sentences.map((sentence) => {
      let sum = 0;
      for (const term of store.terms(sentence.plain).keys()) sum += wanted.get(term) ?? 0;
      return sum;
    });
}
