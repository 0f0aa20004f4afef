import type { Comparison } from '../compare.ts';
import type { Run } from '../run.ts';

/** How a figure is written: shares in percent with one decimal, others by their unit. */
export function formatFigure(path: string, value: number | null): string {
  if (value === null) return '–';
  if (path.startsWith('seconds.')) return `${(value * 1000).toFixed(0)} ms`;
  if (path === 'quotes.characters' || path === 'quotes.longest') return value.toFixed(0);
  if (/auroc|aurc|calibration_error/.test(path)) return value.toFixed(3);
  return (value * 100).toFixed(1);
}

/** Half the width of a figure's 95% interval, such as `±1.2`; empty where there is none. */
export function formatMargin(path: string, { intervals }: Pick<Run, 'intervals'>): string {
  const interval = intervals[path];
  return interval ? `±${formatFigure(path, (interval[1] - interval[0]) / 2)}` : '';
}

export interface Change {
  /** The difference with its sign, written like the figure. */
  text: string;
  /** Whether it is unlikely to be chance: its interval does not hold 0. */
  clear: boolean;
  /** Whether it is an improvement; null for figures without a better side. */
  better: boolean | null;
}

/** How a figure differs from the run compared with; null where it has no pair. */
export function changeOf(path: string, comparison: Comparison | undefined): Change | null {
  const difference = comparison?.differences[path];
  if (!difference) return null;
  const by = difference.after - difference.before;
  const [low, high] = difference.interval;
  return {
    text: `${by < 0 ? '−' : '+'}${formatFigure(path, Math.abs(by))}`,
    clear: low > 0 || high < 0,
    better: isNeutral(path) ? null : by > 0 !== isLowerBetter(path),
  };
}

function isNeutral(path: string): boolean {
  return path.startsWith('status.') || path === 'quotes.characters' || path === 'quotes.longest';
}

function isLowerBetter(path: string): boolean {
  return /aurc|calibration_error|^doubt\./.test(path);
}
