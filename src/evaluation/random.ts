import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Random choices that a seed repeats exactly. */
export interface Random {
  /** A whole number in 0 … `bound` − 1. */
  below(bound: number): number;
  /** `count` different items, in random order; all of them when there are fewer. */
  pick<T>(items: readonly T[], count: number): T[];
}

/** A source of random choices: the same seed gives the same choices. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const below = (bound: number) => uniformInt(generator, 0, bound - 1);
  return {
    below,
    pick(items, count) {
      const left = [...items];
      const taken = Math.min(count, left.length);
      // The first steps of a Fisher–Yates shuffle.
      for (let index = 0; index < taken; index++) {
        const other = index + below(left.length - index);
        [left[index], left[other]] = [left[other] as never, left[index] as never];
      }
      return left.slice(0, taken);
    },
  };
}
