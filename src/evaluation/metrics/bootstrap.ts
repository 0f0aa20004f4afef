import { Turns } from '../../runtime/event-loop.ts';
import { seededRandom } from '../random.ts';
import { quantile } from './quantile.ts';

/** Lower and upper bound. */
export type Interval = [low: number, high: number];

interface BootstrapOptions<T> {
  /** Items are drawn again within their group, so that every group keeps its size. */
  groupOf?: (item: T) => string;
  resamples?: number;
  seed?: number;
}

/** Enough for the 2.5% and 97.5% points to rest on 25 draws each. */
const RESAMPLES = 1000;
/** The middle share of the resampled figures that an interval spans. */
const CONFIDENCE_LEVEL = 0.95;

/**
 * Percentile bootstrap intervals (Efron 1979) of several figures at once: the items are drawn anew
 * with replacement, and each figure is computed on every draw. For a paired comparison the items
 * are pairs and the figures are differences (Koehn 2004). Computed in turns, so that Ctrl-C is heard.
 *
 * @param measure figures by name; a figure that is null on a draw is left out of that draw.
 */
export async function bootstrap<T>(
  items: readonly T[],
  measure: (sample: readonly T[]) => Record<string, number | null>,
  { groupOf = () => '', resamples = RESAMPLES, seed = 1 }: BootstrapOptions<T> = {},
): Promise<Record<string, Interval>> {
  const turns = new Turns();
  const random = seededRandom(seed);
  const groups = grouped(items, groupOf);
  const draws = new Map<string, number[]>();
  for (let round = 0; round < resamples; round++) {
    if (turns.isOver) await turns.next();
    const sample = groups.flatMap((group) =>
      group.map(() => group[random.below(group.length)] as T),
    );
    for (const [name, value] of Object.entries(measure(sample))) {
      if (value === null) continue;
      const values = draws.get(name);
      if (values) values.push(value);
      else draws.set(name, [value]);
    }
  }
  const tail = (1 - CONFIDENCE_LEVEL) / 2;
  return Object.fromEntries(
    [...draws].map(([name, values]) => [
      name,
      [quantile(tail, values) as number, quantile(1 - tail, values) as number],
    ]),
  );
}

function grouped<T>(items: readonly T[], groupOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group) group.push(item);
    else groups.set(groupOf(item), [item]);
  }
  return [...groups.values()];
}
