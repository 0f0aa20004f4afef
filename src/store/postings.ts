import { Turns } from '../runtime/event-loop.ts';

/** For each term the passages it stands in, in order, and how often; all terms one after another. */
export interface Postings {
  /** Where each term begins; one more than there are terms. */
  starts: Uint32Array;
  passages: Uint32Array;
  counts: Uint32Array;
}

/** Turns "the terms of each passage" into "the passages of each term". */
export async function postingsOf(
  sequences: readonly Uint32Array[],
  vocabularySize: number,
): Promise<Postings> {
  const turns = new Turns();
  const starts = await countPassages(sequences, vocabularySize, turns);
  for (let term = 0; term < vocabularySize; term++) {
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  }
  const size = starts[vocabularySize] ?? 0;
  const passages = new Uint32Array(size);
  const counts = new Uint32Array(size);
  const next = starts.slice();
  for (const [passage, sequence] of sequences.entries()) {
    for (const term of sequence) {
      const last = (next[term] ?? 0) - 1;
      if (last >= (starts[term] ?? 0) && passages[last] === passage) {
        counts[last] = (counts[last] ?? 0) + 1;
      } else {
        passages[last + 1] = passage;
        counts[last + 1] = 1;
        next[term] = last + 2;
      }
    }
    if (turns.isOver) await turns.next();
  }
  return { starts, passages, counts };
}

/** At `term + 1`, so that summing up gives the starts. */
async function countPassages(
  sequences: readonly Uint32Array[],
  vocabularySize: number,
  turns: Turns,
): Promise<Uint32Array> {
  const found = new Uint32Array(vocabularySize + 1);
  const seenIn = new Int32Array(vocabularySize).fill(-1);
  for (const [passage, sequence] of sequences.entries()) {
    for (const term of sequence) {
      if (seenIn[term] === passage) continue;
      seenIn[term] = passage;
      found[term + 1] = (found[term + 1] ?? 0) + 1;
    }
    if (turns.isOver) await turns.next();
  }
  return found;
}
