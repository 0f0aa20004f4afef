import type { Bench } from './bench.ts';
import type { Effort } from './effort.ts';
import type { Unit } from './measurement.ts';

/** A table of the report: one figure of each system. */
export interface FigureTable {
  unit: Unit;
  title: (effort: Effort) => string;
}

/** One thing that is measured of several systems. Each file in `scenarios/` exports one. */
export interface Scenario {
  name: string;
  /** What it measures, by the name of the figure. */
  figures: Readonly<Record<string, FigureTable>>;
  run(bench: Bench): Promise<void>;
}
