import type { BenchmarkRun, Unit } from '../measurement.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { growthOf, type Summary, summarize } from '../statistics/summary.ts';
import { LABELS } from './labels.ts';

/** A table of one figure: what the terminal and the page both show. */
export interface Section {
  scenario: string;
  figure: string;
  title: string;
  unit: Unit;
  columns: string[];
  rows: Row[];
}

export interface Row {
  system: string;
  label: string;
  /** One for each column; undefined where it was not tried. */
  cells: (Summary | undefined)[];
  /** Exponent of the growth with the number of passages. */
  growth: number | null;
}

/** The tables of what was measured, in the order of the scenarios. */
export function sectionsOf({ measurements, effort }: BenchmarkRun): Section[] {
  const all = summarize(measurements);
  return SCENARIOS.flatMap(({ name, figures }) =>
    Object.entries(figures).flatMap(([figure, { title, unit }]) => {
      const own = all.filter(
        ({ measurement }) => measurement.scenario === name && measurement.figure === figure,
      );
      if (own.length === 0) return [];
      const columns = [...new Set(own.map(({ measurement }) => measurement.column))];
      const systems = [...new Set(own.map(({ measurement }) => measurement.system))];
      const rows = systems.map((system) => rowOf(system, columns, own));
      return [{ scenario: name, figure, title: title(effort), unit, columns, rows }];
    }),
  );
}

function rowOf(system: string, columns: readonly string[], summaries: readonly Summary[]): Row {
  const own = summaries.filter(({ measurement }) => measurement.system === system);
  return {
    system,
    label: LABELS[system] ?? system,
    cells: columns.map((column) => own.find(({ measurement }) => measurement.column === column)),
    growth: growthOf(own),
  };
}

/** What stands above the tables: where and how far was measured. */
export function leadOf({ machine, left, seconds }: BenchmarkRun): string[] {
  const total = Object.values(seconds).reduce((sum, one) => sum + one, 0);
  return [
    `${machine}; measured in ${Math.round(total)} s`,
    ...(left.length > 0 ? [`Broken off: not or not wholly measured were ${left.join(', ')}.`] : []),
  ];
}
