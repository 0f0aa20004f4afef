import type { Article, Passage, Sentence } from '../passage.ts';
import { MAX_CHARACTERS_READ, PART_LENGTH, PART_PENALTY, PARTS_OF_A_PASSAGE } from './tuning.ts';
import type { Candidate } from './types.ts';

/**
 * A passage that is too long to be read at once becomes several candidates: runs of its sentences,
 * those that share most with the question. Each can be read, and quoted, for itself. Their
 * passages are the whole one cut down: same id and paragraph, fewer sentences.
 *
 * @param relevance how much of the question's terms each sentence of a passage holds
 */
export function expandLong(
  candidate: Candidate,
  article: Pick<Article, 'text'>,
  relevance: (passage: Passage) => number[],
): Candidate[] {
  const { passage } = candidate;
  if (passage.plain.length <= MAX_CHARACTERS_READ) return [candidate];
  const weights = relevance(passage);
  const parts = runsOf(passage.sentences).map(([first, last]) => ({
    part: cutDown(passage, passage.sentences.slice(first, last + 1), article),
    weight: weights.slice(first, last + 1).reduce((sum, weight) => sum + weight, 0),
  }));
  parts.sort((a, b) => b.weight - a.weight || a.part.start - b.part.start);
  const most = parts[0]?.weight || 1;
  return parts.slice(0, PARTS_OF_A_PASSAGE).map(({ part, weight }) => ({
    ...candidate,
    passage: part,
    fused: candidate.fused - PART_PENALTY * (1 - weight / most),
  }));
}

/** Runs of whole sentences of about a part's length: first and last index of each. */
function runsOf(sentences: readonly Sentence[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  let length = 0;
  for (const [index, { plain }] of sentences.entries()) {
    const run = runs.at(-1);
    length += plain.length + 1;
    if (run && length <= PART_LENGTH) run[1] = index;
    else {
      runs.push([index, index]);
      length = plain.length + 1;
    }
  }
  return runs;
}

function cutDown(whole: Passage, sentences: Sentence[], { text }: Pick<Article, 'text'>): Passage {
  const start = (sentences[0] as Sentence).start;
  const end = (sentences.at(-1) as Sentence).end;
  const plain = sentences.map((sentence) => sentence.plain).join(' ');
  return { ...whole, start, end, text: text.slice(start, end), plain, sentences };
}
