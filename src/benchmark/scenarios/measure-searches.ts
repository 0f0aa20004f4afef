import type { Bench } from '../bench.ts';
import type { Scenario } from '../scenario.ts';
import type { SearchSystemName } from '../systems/searching/index.ts';

/** The time of one kind of search, and how long it holds the main thread, at each size. */
export async function measureSearches(
  scenario: Scenario,
  search: 'dense' | 'keywords',
  systems: readonly SearchSystemName[],
  bench: Bench,
): Promise<void> {
  const { sizes, searches, searchRounds, searchMs } = bench.effort;
  for (const passages of sizes) {
    await bench.withSearching(passages, async (children) => {
      const inTurns = (method: 'search' | 'blocked') =>
        bench.inTurns(
          systems,
          async (system, round) =>
            (await children(system)).call(method, search, round * searches, searches),
          { rounds: searchRounds, warmUps: 1, atMostMs: searchMs },
        );
      bench.add(scenario, 'time', passages, await inTurns('search'));
      bench.add(scenario, 'blocked', passages, await inTurns('blocked'));
    });
  }
}
