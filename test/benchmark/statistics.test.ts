import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/benchmark/measurement.ts';
import { figuresOf } from '../../src/benchmark/statistics/figures.ts';
import { growthExponent } from '../../src/benchmark/statistics/growth.ts';
import { summarize } from '../../src/benchmark/statistics/summary.ts';

describe('the exponent of growth', () => {
  it('is that of a power law, whatever its factor', () => {
    const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    const exponent = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(factor, exponent, (a, b) => {
        const points = [1_000, 10_000, 50_000].map((x) => [x, a * x ** b] as const);
        expect(growthExponent(points)).toBeCloseTo(b, 6);
      }),
    );
  });

  it('is the least-squares slope where points lie beside the line', () => {
    // Logarithms to base 10: (0, 0), (1, 2), (2, 1); slope ½.
    expect(
      growthExponent([
        [1, 1],
        [10, 100],
        [100, 10],
      ]),
    ).toBeCloseTo(0.5);
  });

  it('is unknown without two sizes, and leaves out what has no logarithm', () => {
    expect(growthExponent([])).toBeNull();
    expect(
      growthExponent([
        [10, 1],
        [10, 2],
        [20, 0],
      ]),
    ).toBeNull();
  });
});

describe('a summary', () => {
  it('gives medians as multiples of ours at the same place', () => {
    const [ours, other, share] = summarize([
      measured('pullquote', [1, 2, 9]),
      measured('plain-scan', [5, 6, 7]),
      { ...measured('plain-scan', [50]), unit: 'per cent' },
    ]);
    expect(ours).toMatchObject({ median: 2, ratio: null });
    expect(other).toMatchObject({ median: 6, ratio: 3 });
    expect(share).toMatchObject({ median: 50, ratio: null });
  });

  it('has no p95 of fewer than twenty samples', () => {
    const samples = Array.from({ length: 21 }, (_, i) => i);
    expect(summarize([measured('pullquote', samples)])[0]?.p95).toBe(19);
    expect(summarize([measured('pullquote', samples.slice(2))])[0]?.p95).toBeNull();
  });

  it('has no ratio where either side could not be measured', () => {
    const [, other] = summarize([measured('pullquote', []), measured('plain-scan', [1])]);
    expect(other?.ratio).toBeNull();
  });
});

it('names every figure by its path, and the growth over three sizes', () => {
  const figures = figuresOf(
    [1_000, 10_000, 100_000].map((size) => measured('pullquote', [size / 100], size)),
  );
  expect(figures['dense-search.time.1000.pullquote.median']).toBe(10);
  expect(figures['dense-search.time.growth.pullquote']).toBeCloseTo(1);
});

function measured(system: string, samples: number[], passages = 1_000): Measurement {
  const place = { scenario: 'dense-search', figure: 'time', unit: 'ms' } as const;
  return { ...place, system, column: String(passages), passages, samples };
}
