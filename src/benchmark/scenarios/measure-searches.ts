import type { Bench } from '../bench.ts';
import type { Scenario } from '../scenario.ts';
import type { SearchSystemName } from '../systems/searching/index.ts';

/** Searches of a round for which it is measured how long they hold the main thread. */
const LOOKED_AT = 5;

/** The time of one kind of search, and how long it holds the main thread, at each size. */
export async function measureSearches(
  scenario: Scenario,
  search: 'dense' | 'keywords',
  systems: readonly SearchSystemName[],
  bench: Bench,
): Promise<void> {
  const { sizes, searches } = bench.effort;
  for (const passages of sizes) {
    await bench.withSearching(passages, async (children) => {
      const time = await bench.inTurns(systems, async (system, round) => {
        const child = await children(system);
        return child.call('search', search, round * searches, searches);
      });
      bench.add(scenario, 'time', passages, time);
      const blocked = await bench.inTurns(systems, async (system, round) => {
        const child = await children(system);
        return child.call('blocked', search, round * LOOKED_AT, LOOKED_AT);
      });
      bench.add(scenario, 'blocked', passages, blocked);
    });
  }
}
