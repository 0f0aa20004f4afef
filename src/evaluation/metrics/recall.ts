/**
 * Capped recall: the share of the relevant passages that stand among the first k, where at most k
 * can. With one relevant passage it is 1 or 0; with several, recall@1 asks for any one of them.
 * Source: R_cap@k of Thakur et al. 2021, BEIR (arXiv 2104.08663), section 3.3.
 *
 * @param gains relevance of each retrieved passage, best rank first; 0 is not relevant.
 * @param ideal relevance of every relevant passage, in any order.
 */
export function recallAt(k: number, gains: readonly number[], ideal: readonly number[]): number {
  const relevant = ideal.filter((gain) => gain > 0).length;
  if (relevant === 0) return 0;
  const found = gains.slice(0, k).filter((gain) => gain > 0).length;
  return found / Math.min(k, relevant);
}
