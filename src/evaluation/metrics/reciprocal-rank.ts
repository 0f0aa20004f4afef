/**
 * 1 over the rank of the first relevant passage among the first k, or 0. Its mean over questions is
 * MRR@k (Voorhees 1999, the TREC-8 question answering track report).
 *
 * @param gains relevance of each retrieved passage, best rank first; 0 is not relevant.
 */
export function reciprocalRankAt(k: number, gains: readonly number[]): number {
  const first = gains.slice(0, k).findIndex((gain) => gain > 0);
  return first === -1 ? 0 : 1 / (first + 1);
}
