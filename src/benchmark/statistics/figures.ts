import type { Measurement } from '../measurement.ts';
import { growthOf, type Summary, summarize } from './summary.ts';

/** Every number of a run by its path, such as `dense-search.time.10000.plain-scan.ratio`. */
export type Figures = Record<string, number | null>;

export function figuresOf(measurements: readonly Measurement[]): Figures {
  const figures: Figures = {};
  const rows = new Map<string, Summary[]>();
  for (const summary of summarize(measurements)) {
    const { scenario, figure, system, column, passages } = summary.measurement;
    const path = `${scenario}.${figure}.${column.replaceAll(' ', '_')}.${system}`;
    for (const name of ['median', 'p95', 'ratio'] as const) {
      if (summary[name] !== null) figures[`${path}.${name}`] = summary[name];
    }
    if (passages !== undefined) {
      const row = `${scenario}.${figure}.growth.${system}`;
      rows.set(row, [...(rows.get(row) ?? []), summary]);
    }
  }
  for (const [path, row] of rows) {
    const growth = growthOf(row);
    if (growth !== null) figures[path] = growth;
  }
  return figures;
}
