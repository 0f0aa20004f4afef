import { Turns } from '../runtime/event-loop.ts';

/** Which terms stand in each passage, in order; terms are numbers, places in the vocabulary. */
export interface TermSequences {
  vocabulary: readonly string[];
  sequences: readonly Uint32Array[];
}

/**
 * Numbers the terms of passages, the most frequent first: small numbers take few bytes.
 *
 * @param passages the terms of each, in their order.
 */
export async function termSequences(
  passages: readonly (readonly string[])[],
): Promise<TermSequences> {
  const turns = new Turns();
  const counts = new Map<string, number>();
  for (const terms of passages) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    if (turns.isOver) await turns.next();
  }
  const vocabulary = await mostFrequentFirst(counts, turns);
  const numbers = new Map<string, number>();
  for (const term of vocabulary) {
    numbers.set(term, numbers.size);
    if (turns.isOver) await turns.next();
  }
  const sequences: Uint32Array[] = [];
  for (const terms of passages) {
    sequences.push(Uint32Array.from(terms, (term) => numbers.get(term) ?? 0));
    if (turns.isOver) await turns.next();
  }
  return { vocabulary, sequences };
}

/** Terms that are equally frequent keep their order; to compare all with each other takes longer. */
async function mostFrequentFirst(counts: Map<string, number>, turns: Turns): Promise<string[]> {
  const byCount = new Map<number, string[]>();
  for (const [term, count] of counts) {
    const equals = byCount.get(count);
    if (equals) equals.push(term);
    else byCount.set(count, [term]);
    if (turns.isOver) await turns.next();
  }
  const descending = [...byCount].sort(([a], [b]) => b - a);
  return descending.flatMap(([, terms]) => terms);
}
