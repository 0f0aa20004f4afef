import type { Effort } from './effort.ts';

/** The system that the others are compared with. */
export const OURS = 'pullquote';

/** `per cent` is better when it is more, all others when they are less. */
export type Unit = 'ms' | 'MB' | 'bytes a passage' | 'per cent';

/** One system's samples of one figure at one place of its table. */
export interface Measurement {
  scenario: string;
  /** What was measured of it: `time`, `blocked`, `resident`. */
  figure: string;
  unit: Unit;
  system: string;
  /** The column: a number of passages, or what else is varied (`short`, `16 at once`). */
  column: string;
  /** The number of passages, where it is what the column varies: the growth is fitted to it. */
  passages?: number;
  /** Empty where it could not be measured. */
  samples: readonly number[];
  /** In a few words why there are none. */
  note?: string;
}

/** A run as it is kept and shown. */
export interface BenchmarkRun {
  createdAt: string;
  machine: string;
  effort: Effort;
  measurements: readonly Measurement[];
  /** Scenarios that were not reached when the run was broken off. */
  left: readonly string[];
  /** How long each scenario took. */
  seconds: Readonly<Record<string, number>>;
}
