import type { TermSequences } from './keyword-index.ts';
import { termsOf } from './terms.ts';

/** Numbers the terms of texts, the most frequent first: small numbers take few bytes. */
export function termSequences(texts: readonly string[]): TermSequences {
  const counts = new Map<string, number>();
  const terms = texts.map(termsOf);
  for (const term of terms.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const vocabulary = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const numbers = new Map(vocabulary.map((term, number) => [term, number]));
  return {
    vocabulary,
    sequences: terms.map((each) => Uint32Array.from(each, (term) => numbers.get(term) ?? 0)),
  };
}
