/**
 * Normalised discounted cumulative gain over the first k, as `trec_eval`'s `ndcg_cut` computes it:
 * DCG = Σ gain / log2(rank + 1) with linear gains, divided by the DCG of the best possible order.
 * Source: Järvelin and Kekäläinen 2002; trec_eval `m_ndcg_cut.c`.
 *
 * @param gains relevance of each retrieved passage, best rank first; 0 is not relevant.
 * @param ideal relevance of every relevant passage, in any order.
 */
export function ndcgAt(k: number, gains: readonly number[], ideal: readonly number[]): number {
  const best = discounted(
    k,
    ideal.toSorted((a, b) => b - a),
  );
  return best === 0 ? 0 : discounted(k, gains) / best;
}

function discounted(k: number, gains: readonly number[]): number {
  return gains.slice(0, k).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}
