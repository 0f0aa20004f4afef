/**
 * Area under the ROC curve: how often a question that can be answered gets a higher confidence than
 * one that cannot, ties counting half. Computed from ranks: AUROC = U / (n₊ n₋) with the
 * Mann–Whitney U (Hanley and McNeil 1982); tied values share their mean rank.
 *
 * @returns null when either list is empty.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const all = [
    ...positives.map((value) => ({ value, positive: 1 })),
    ...negatives.map((value) => ({ value, positive: 0 })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let start = 0, end = 0; start < all.length; start = end) {
    let tied = 0;
    for (; end < all.length && all[end]?.value === all[start]?.value; end++) {
      tied += all[end]?.positive ?? 0;
    }
    rankSum += (tied * (start + 1 + end)) / 2;
  }
  const n = positives.length;
  return (rankSum - (n * (n + 1)) / 2) / (n * negatives.length);
}
