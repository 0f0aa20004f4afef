/** How sure an answer was, and whether it was right. */
export interface Judged {
  confidence: number;
  right: boolean;
}

/** When the surest `coverage` of the questions are answered, `risk` of those answers are wrong. */
interface RiskCoveragePoint {
  coverage: number;
  risk: number;
}

/**
 * The risk–coverage curve (El-Yaniv and Wiener 2010): one point for every distinct confidence, from
 * the surest questions to all of them. Questions of one confidence enter together.
 */
export function riskCoverageCurve(judged: readonly Judged[]): RiskCoveragePoint[] {
  let answered = 0;
  let wrong = 0;
  return tiers(judged).map((tier) => {
    answered += tier.size;
    wrong += tier.wrong;
    return { coverage: answered / judged.length, risk: wrong / answered };
  });
}

/**
 * Area under the risk–coverage curve: the mean risk over the coverages 1/n … n/n (Geifman, Uziel
 * and El-Yaniv 2019). Within questions of one confidence it is the expectation over their orders.
 *
 * @returns null for no questions.
 */
export function areaUnderRiskCoverage(judged: readonly Judged[]): number | null {
  if (judged.length === 0) return null;
  let answered = 0;
  let wrong = 0;
  let sum = 0;
  for (const tier of tiers(judged)) {
    for (let taken = 1; taken <= tier.size; taken++) {
      sum += (wrong + (tier.wrong * taken) / tier.size) / (answered + taken);
    }
    answered += tier.size;
    wrong += tier.wrong;
  }
  return sum / judged.length;
}

function tiers(judged: readonly Judged[]): { size: number; wrong: number }[] {
  const byConfidence = new Map<number, { size: number; wrong: number }>();
  for (const { confidence, right } of judged.toSorted((a, b) => b.confidence - a.confidence)) {
    const tier = byConfidence.get(confidence) ?? { size: 0, wrong: 0 };
    tier.size += 1;
    tier.wrong += right ? 0 : 1;
    byConfidence.set(confidence, tier);
  }
  return [...byConfidence.values()];
}
