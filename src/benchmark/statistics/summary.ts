import { quantile } from '../../evaluation/metrics/quantile.ts';
import { type Measurement, OURS } from '../measurement.ts';
import { growthExponent } from './growth.ts';

/** Fewer samples than these have no p95 that says more than their largest. */
const MIN_SAMPLES_FOR_P95 = 20;

/** Two points lie on any line, however noisy they are. */
const MIN_SIZES_FOR_GROWTH = 3;

/** What a table shows of a measurement. */
export interface Summary {
  measurement: Measurement;
  median: number | null;
  /** Null where there are too few samples for one. */
  p95: number | null;
  /**
   * The median as a multiple of ours at the same place: above 1 ours is less, which is better.
   * Null for ours, for shares, and where either was not measured.
   */
  ratio: number | null;
}

export function summarize(measurements: readonly Measurement[]): Summary[] {
  return measurements.map((measurement) => {
    const { samples, system, unit } = measurement;
    const median = quantile(0.5, samples);
    const ours =
      system === OURS || unit === 'per cent'
        ? undefined
        : measurements.find((other) => other.system === OURS && isSamePlace(other, measurement));
    const base = ours ? quantile(0.5, ours.samples) : null;
    return {
      measurement,
      median,
      p95: samples.length < MIN_SAMPLES_FOR_P95 ? null : quantile(0.95, samples),
      ratio: median !== null && base ? median / base : null,
    };
  });
}

const isSamePlace = (one: Measurement, other: Measurement) =>
  one.scenario === other.scenario && one.figure === other.figure && one.column === other.column;

/**
 * How a row's medians grow with the number of passages: see {@link growthExponent}.
 *
 * @returns null for fewer than three sizes.
 */
export function growthOf(row: readonly Summary[]): number | null {
  const points = row.flatMap(({ measurement: { passages }, median }) =>
    passages === undefined || median === null ? [] : [[passages, median] as const],
  );
  return points.length < MIN_SIZES_FOR_GROWTH ? null : growthExponent(points);
}
