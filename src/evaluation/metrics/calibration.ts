import type { Judged } from './risk-coverage.ts';

/** Fewer bins where one would hold less than {@link MIN_PER_BIN} questions. */
const MAX_BINS = 10;
const MIN_PER_BIN = 10;

/** Questions of neighbouring confidence: what was promised and what came true. */
interface ReliabilityBin {
  count: number;
  /** Mean confidence. */
  confidence: number;
  /** Share that was right. */
  accuracy: number;
}

/**
 * Splits the questions, by rising confidence, into at most `bins` groups of about equal size.
 * Questions of one confidence are never parted, so the result does not depend on their order.
 */
export function reliability(
  judged: readonly Judged[],
  bins = binsFor(judged.length),
): ReliabilityBin[] {
  const ascending = judged.toSorted((a, b) => a.confidence - b.confidence);
  const result: ReliabilityBin[] = [];
  for (let start = 0, bin = 1; start < ascending.length; bin++) {
    let end = Math.max(start + 1, Math.round((bin * ascending.length) / bins));
    while (ascending[end]?.confidence === ascending[end - 1]?.confidence) end++;
    const members = ascending.slice(start, end);
    if (start < ascending.length) result.push(summarise(members));
    start = end;
  }
  return result;
}

/**
 * Expected calibration error: Σ (bin size / n) · |accuracy − mean confidence| (Naeini et al. 2015),
 * over bins of equal mass (Nguyen and O'Connor 2015) instead of equal width.
 *
 * @returns null for no questions.
 */
export function calibrationError(
  judged: readonly Judged[],
  bins = binsFor(judged.length),
): number | null {
  if (judged.length === 0) return null;
  return reliability(judged, bins).reduce(
    (sum, bin) => sum + (bin.count / judged.length) * Math.abs(bin.accuracy - bin.confidence),
    0,
  );
}

function binsFor(count: number): number {
  return Math.max(1, Math.min(MAX_BINS, Math.floor(count / MIN_PER_BIN)));
}

function summarise(members: readonly Judged[]): ReliabilityBin {
  return {
    count: members.length,
    confidence: members.reduce((sum, one) => sum + one.confidence, 0) / members.length,
    accuracy: members.filter((one) => one.right).length / members.length,
  };
}
