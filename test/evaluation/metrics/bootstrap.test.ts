import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../../src/evaluation/metrics/bootstrap.ts';
import { coveredShare } from '../../../src/evaluation/metrics/coverage.ts';
import { mean } from '../../../src/evaluation/metrics/mean.ts';
import { quantile } from '../../../src/evaluation/metrics/quantile.ts';

const meanOf = (sample: readonly number[]) => ({ mean: mean(sample) });
const coin = Array.from({ length: 400 }, (_, index) => Number(index % 4 === 0));

describe('bootstrap', () => {
  it('gives for a share about the interval of the normal approximation', async () => {
    const [low, high] = (await bootstrap(coin, meanOf)).mean ?? [];
    const margin = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
    expect(low).toBeCloseTo(0.25 - margin, 1.5);
    expect(high).toBeCloseTo(0.25 + margin, 1.5);
  });

  it('gives the same interval for the same seed, another one for another', async () => {
    const seven = await bootstrap(coin, meanOf, { seed: 7 });
    expect(await bootstrap(coin, meanOf, { seed: 7 })).toEqual(seven);
    expect(await bootstrap(coin, meanOf, { seed: 8 })).not.toEqual(seven);
  });

  it('keeps the size of every group', async () => {
    const interval = await bootstrap(coin, meanOf, { groupOf: String });
    expect(interval.mean).toEqual([0.25, 0.25]);
  });

  it('leaves out figures that are null', async () => {
    expect(await bootstrap([1, 2], () => ({ nothing: null }))).toEqual({});
  });
});

describe('quantile', () => {
  it('interpolates between neighbours', () => {
    expect(quantile(0.5, [4, 1, 3, 2])).toBe(2.5);
    expect(quantile(0.25, [10, 20, 30])).toBe(15);
    expect(quantile(1, [3, 9, 1])).toBe(9);
    expect(quantile(0.5, [])).toBeNull();
  });
});

describe('coveredShare', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10 }))
    .map(([start, length]) => ({ start, end: start + length }));

  it('counts each reference character once, however often it is quoted', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 5 }),
        fc.array(span, { maxLength: 5 }),
        (references, quotes) => {
          const inside = (at: number, spans: typeof quotes) =>
            spans.some(({ start, end }) => start <= at && at < end);
          const wanted = Array.from({ length: 41 }, (_, at) => at).filter((at) =>
            inside(at, references),
          );
          const found = wanted.filter((at) => inside(at, quotes));
          expect(coveredShare(references, quotes)).toEqual(
            wanted.length === 0 ? null : found.length / wanted.length,
          );
        },
      ),
    );
  });
});
