import { asks } from '../corpus/index.ts';
import type { Passage } from '../passage.ts';
import type { Shelf } from '../store/types.ts';
import { expandLong } from './parts.ts';
import { articleOf } from './reading.ts';
import { MAX_PASSAGES_READ, READ_LENGTH, READING_OVERHEAD } from './tuning.ts';
import type { Candidate } from './types.ts';

/** The candidates that may be read, best first: those that {@link readingList} chooses among. */
export function worthReading(candidates: readonly Candidate[]): Candidate[] {
  return withoutCopies(candidates)
    .filter(({ passage }) => !asksOnly(passage))
    .slice(0, MAX_PASSAGES_READ);
}

/**
 * What the cross-encoder is to read, best first: as many of the candidates as {@link READ_LENGTH}
 * allows, the first in any case, long passages in parts. What reading takes goes by the length
 * of the text, so of short passages it may be many.
 *
 * @param worth what {@link worthReading} gives
 * @param relevance how much of the question's terms each sentence of a passage holds
 */
export function readingList(
  worth: readonly Candidate[],
  relevance: (passage: Passage) => number[],
  store: Pick<Shelf, 'article'>,
): Candidate[] {
  const list = worth
    .flatMap((candidate) => expandLong(candidate, articleOf(candidate.passage, store), relevance))
    .sort((a, b) => b.fused - a.fused)
    .slice(0, MAX_PASSAGES_READ);
  let length = 0;
  return list.filter(({ passage: { plain } }, index) => {
    length += plain.length + READING_OVERHEAD;
    return index === 0 || length <= READ_LENGTH;
  });
}

/** An article may say the same twice, word for word, as tables do: its first place is the one read. */
function withoutCopies(candidates: readonly Candidate[]): Candidate[] {
  const distinct = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { articleId, plain, start } = candidate.passage;
    const key = `${articleId}\n${plain}`;
    const before = distinct.get(key);
    if (!before) distinct.set(key, candidate);
    else if (start < before.passage.start) {
      distinct.set(key, { ...before, passage: candidate.passage });
    }
  }
  return [...distinct.values()];
}

/** What only asks answers nothing: the line of an interviewer, the heading of a quiz. */
function asksOnly({ sentences }: Passage): boolean {
  return sentences.every(({ plain }) => asks(plain));
}
