import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ndcgAt } from '../../../src/evaluation/metrics/ndcg.ts';
import { recallAt } from '../../../src/evaluation/metrics/recall.ts';
import { reciprocalRankAt } from '../../../src/evaluation/metrics/reciprocal-rank.ts';

const grades = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 });

describe('recallAt', () => {
  it('is 1 when the one relevant passage is among the first k, else 0', () => {
    expect(recallAt(3, [0, 0, 1], [1])).toBe(1);
    expect(recallAt(2, [0, 0, 1], [1])).toBe(0);
  });

  it('asks of k places no more than k relevant passages', () => {
    expect(recallAt(1, [1, 0, 1], [1, 1, 1])).toBe(1);
    expect(recallAt(5, [1, 0, 1], [1, 1, 1])).toBeCloseTo(2 / 3);
  });

  it('is 0 when nothing is relevant', () => {
    expect(recallAt(5, [0, 0], [])).toBe(0);
  });
});

describe('reciprocalRankAt', () => {
  it('is one over the rank of the first relevant passage', () => {
    expect(reciprocalRankAt(10, [0, 0, 2, 1])).toBeCloseTo(1 / 3);
  });

  it('is 0 when the first relevant passage comes after rank k', () => {
    expect(reciprocalRankAt(2, [0, 0, 1])).toBe(0);
  });
});

describe('ndcgAt', () => {
  it('agrees with a value worked out by hand', () => {
    // DCG = 3/log2(2) + 2/log2(3) + 0 + 1/log2(5); ideal order 3, 2, 1.
    const dcg = 3 + 2 / 1.584962500721156 + 1 / 2.321928094887362;
    const ideal = 3 + 2 / 1.584962500721156 + 1 / 2;
    expect(ndcgAt(10, [3, 2, 0, 1], [1, 2, 3])).toBeCloseTo(dcg / ideal, 12);
  });

  it('is largest, namely 1, for the order by falling relevance', () => {
    fc.assert(
      fc.property(grades, fc.integer({ min: 1, max: 8 }), (gains, k) => {
        const relevant = gains.filter((gain) => gain > 0);
        const best = gains.toSorted((a, b) => b - a);
        const value = ndcgAt(k, gains, relevant);
        expect(ndcgAt(k, best, relevant)).toBeCloseTo(relevant.length > 0 ? 1 : 0, 12);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('falls when relevant passages of the set were not found at all', () => {
    expect(ndcgAt(10, [1], [1, 1])).toBeLessThan(1);
  });
});
