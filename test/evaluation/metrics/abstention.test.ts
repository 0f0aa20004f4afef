import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc } from '../../../src/evaluation/metrics/auroc.ts';
import { calibrationError, reliability } from '../../../src/evaluation/metrics/calibration.ts';
import { refusedAt } from '../../../src/evaluation/metrics/refusal.ts';
import {
  areaUnderRiskCoverage,
  type Judged,
  riskCoverageCurve,
} from '../../../src/evaluation/metrics/risk-coverage.ts';

/** Few different values, so that ties are common. */
const confidence = fc.integer({ min: 0, max: 6 }).map((value) => value / 6);
const confidences = fc.array(confidence, { minLength: 1, maxLength: 12 });
const judged = fc.array(fc.record({ confidence, right: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});

describe('auroc', () => {
  it('is the share of pairs in the right order, ties counting half', () => {
    fc.assert(
      fc.property(confidences, confidences, (positives, negatives) => {
        const pairs = positives.flatMap((p) =>
          negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)),
        );
        const share = pairs.reduce<number>((sum, one) => sum + one, 0) / pairs.length;
        expect(auroc(positives, negatives)).toBeCloseTo(share, 10);
      }),
    );
  });

  it('is null when one side is empty', () => {
    expect(auroc([], [0.5])).toBeNull();
    expect(auroc([0.5], [])).toBeNull();
  });
});

describe('refusedAt', () => {
  it('is the best that any bound reaches which refuses few enough answerable questions', () => {
    fc.assert(
      fc.property(
        confidences,
        confidences,
        fc.integer({ min: 0, max: 9 }).map((tenths) => tenths / 10),
        (positives, negatives, allowed) => {
          const refused = (values: number[], bound: number) =>
            values.filter((value) => value < bound).length / values.length;
          const best = Math.max(
            ...[...positives, ...negatives]
              .filter((bound) => refused(positives, bound) <= allowed)
              .map((bound) => refused(negatives, bound)),
            0,
          );
          expect(refusedAt(allowed, positives, negatives)).toBeCloseTo(best, 12);
        },
      ),
    );
  });

  it('never refuses more answerable questions than allowed', () => {
    const positives = Array.from({ length: 100 }, (_, index) => index);
    expect(refusedAt(0.05, positives, [4.5, 5.5])).toBe(0.5);
  });
});

describe('areaUnderRiskCoverage', () => {
  it('is the mean risk over all coverages, averaged over every order of tied questions', () => {
    fc.assert(
      fc.property(
        judged.filter(({ length }) => length <= 6),
        (all) => {
          const orders = permutations(all).filter((order) =>
            order.every(
              (one, index) =>
                index === 0 || one.confidence <= (order[index - 1] as Judged).confidence,
            ),
          );
          const risks = orders.map((order) => {
            let wrong = 0;
            return order.reduce((sum, { right }, index) => {
              wrong += right ? 0 : 1;
              return sum + wrong / (index + 1);
            }, 0);
          });
          const mean = risks.reduce((sum, risk) => sum + risk, 0) / risks.length / all.length;
          expect(areaUnderRiskCoverage(all)).toBeCloseTo(mean, 10);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('riskCoverageCurve', () => {
  it('ends with all questions answered and the overall share of wrong ones', () => {
    fc.assert(
      fc.property(judged, (all) => {
        const last = riskCoverageCurve(all).at(-1);
        expect(last?.coverage).toBe(1);
        expect(last?.risk).toBeCloseTo(all.filter(({ right }) => !right).length / all.length, 12);
      }),
    );
  });

  it('starts with the surest', () => {
    const curve = riskCoverageCurve([
      { confidence: 0.2, right: false },
      { confidence: 0.9, right: true },
    ]);
    expect(curve).toEqual([
      { coverage: 0.5, risk: 0 },
      { coverage: 1, risk: 0.5 },
    ]);
  });
});

describe('calibrationError', () => {
  it('is 0 when every confidence comes true', () => {
    const all = [0, 0.5, 0.5, 1].map((confidence, index) => ({ confidence, right: index >= 2 }));
    expect(calibrationError(all, 3)).toBe(0);
  });

  it('is the gap between promise and truth', () => {
    const all = Array.from({ length: 20 }, (_, index) => ({ confidence: 0.9, right: index < 12 }));
    expect(calibrationError(all)).toBeCloseTo(0.3, 12);
  });

  it('does not depend on the order of the questions', () => {
    fc.assert(
      fc.property(judged, (all) => {
        expect(calibrationError(all.toReversed(), 4)).toBeCloseTo(
          calibrationError(all, 4) ?? -1,
          12,
        );
      }),
    );
  });
});

describe('reliability', () => {
  it('puts every question into one of at most as many bins as asked for, which rise in confidence', () => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: 6 }), (all, bins) => {
        const result = reliability(all, bins);
        expect(result.length).toBeLessThanOrEqual(bins);
        expect(result.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        const means = result.map((bin) => bin.confidence);
        expect(means).toEqual(means.toSorted((a, b) => a - b));
      }),
    );
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}
