import type { Passage } from '../passage.ts';
import type { Hit, Shelf } from '../store/types.ts';
import { CANDIDATES_PER_SEARCH, DENSE_WEIGHT, MAX_TERM_SCORE } from './tuning.ts';
import type { Candidate } from './types.ts';

/** What both searches found, and the two put together. Each list best first. */
export interface Candidates {
  lexical: Hit[];
  dense: Hit[];
  fused: Candidate[];
}

/**
 * Fuses what both searches found into one list: lexical share plus weighted cosine.
 *
 * @param denseWeight of the cosine
 */
export function fuse(
  query: string,
  lexical: Hit[],
  dense: Hit[],
  store: Pick<Shelf, 'termWeights'>,
  denseWeight = DENSE_WEIGHT,
): Candidate[] {
  const mass = MAX_TERM_SCORE * sum(store.termWeights(query).values());
  const lexicalScore = new Map(lexical.map((hit) => [hit.passage.id, hit.score]));
  const denseScore = new Map(dense.map((hit) => [hit.passage.id, hit.score]));
  // A passage that one search did not find scores there as the last one that it did find.
  const leastLexical = lexical.length < CANDIDATES_PER_SEARCH ? 0 : (lexical.at(-1)?.score ?? 0);
  const leastDense = dense.at(-1)?.score ?? 0;

  const passages = new Map<string, Passage>();
  for (const { passage } of [...lexical, ...dense]) passages.set(passage.id, passage);
  return [...passages.values()]
    .map((passage) => {
      const lexicalShare = mass > 0 ? (lexicalScore.get(passage.id) ?? leastLexical) / mass : 0;
      const cosine = denseScore.get(passage.id) ?? leastDense;
      return {
        passage,
        lexical: lexicalShare,
        dense: cosine,
        fused: lexicalShare + denseWeight * cosine,
      };
    })
    .sort((a, b) => b.fused - a.fused || compareIds(a.passage, b.passage));
}

/** Ties go to the smaller id, so that an answer does not depend on the order of the searches. */
function compareIds(a: Passage, b: Passage): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
