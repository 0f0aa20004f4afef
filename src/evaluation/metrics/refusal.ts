/**
 * The share of unanswerable questions that are refused when the bound on the confidence is set as
 * high as possible with at most `wronglyRefused` of the answerable ones below it: the true negative
 * rate at a fixed false negative rate. A question is refused when its confidence is below the bound.
 *
 * @returns null when either list is empty.
 */
export function refusedAt(
  wronglyRefused: number,
  positives: readonly number[],
  negatives: readonly number[],
): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const ascending = positives.toSorted((a, b) => a - b);
  const bound = ascending[Math.floor(wronglyRefused * ascending.length)] ?? Infinity;
  return negatives.filter((confidence) => confidence < bound).length / negatives.length;
}
