import { SettingError } from '../errors.ts';
import { measure } from './measure.ts';
import { bootstrap, type Interval } from './metrics/bootstrap.ts';
import { type Outcome, outcomeKey } from './outcome.ts';
import { type Run, stratum } from './run.ts';

interface Difference {
  before: number;
  after: number;
  /** Of `after − before`. */
  interval: Interval;
}

export interface Comparison {
  /** Questions that both runs asked in the same way. */
  pairs: number;
  differences: Record<string, Difference>;
}

/**
 * Compares two runs over the questions that both asked, pairwise: the paired bootstrap draws
 * questions, and takes both runs' outcomes of each (Koehn 2004). A difference whose interval does
 * not hold 0 is unlikely to be chance.
 *
 * @throws SettingError when the runs have no question in common.
 */
export async function compareRuns(before: Run, after: Run): Promise<Comparison> {
  const earlier = new Map(before.outcomes.map((outcome) => [outcomeKey(outcome), outcome]));
  const pairs = after.outcomes.flatMap((outcome) => {
    const old = earlier.get(outcomeKey(outcome));
    return old && old.question === outcome.question ? [{ old, outcome }] : [];
  });
  if (pairs.length === 0) {
    throw new SettingError(
      `--against: that run (${before.set}) and this one (${after.set}) have no question in common.`,
    );
  }
  const sides = (sample: readonly { old: Outcome; outcome: Outcome }[]) => ({
    old: measure(sample.map(({ old }) => old)),
    now: measure(sample.map(({ outcome }) => outcome)),
  });
  const intervals = await bootstrap(
    pairs,
    (sample) => {
      const { old, now } = sides(sample);
      return Object.fromEntries(
        Object.keys(now).map((path) => [path, minus(now[path] ?? null, old[path] ?? null)]),
      );
    },
    { groupOf: ({ outcome }) => stratum(outcome) },
  );
  const { old, now } = sides(pairs);
  const differences = Object.entries(intervals).flatMap(([path, interval]) => {
    const [from, to] = [old[path], now[path]];
    return typeof from === 'number' && typeof to === 'number'
      ? [[path, { before: from, after: to, interval }] as const]
      : [];
  });
  return { pairs: pairs.length, differences: Object.fromEntries(differences) };
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
