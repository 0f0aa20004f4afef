import type { SearchingMethods } from '../child/searching.ts';
import type { Scenario } from '../scenario.ts';
import { SEARCH_SYSTEMS } from '../systems/searching/index.ts';

/** Each process opens it once. */
const FRESH = { warmUps: 0 };

/** From an index on disk, which the system has in its cache, to one that can be searched. */
export const opening: Scenario = {
  name: 'opening',
  figures: { time: { unit: 'ms', title: () => 'Opening an index, in a process of its own' } },
  async run(bench) {
    for (const passages of bench.effort.sizes) {
      const turns = await bench.inTurns(
        SEARCH_SYSTEMS,
        async (system) => {
          const { folder } = await bench.searchIndex(system, passages);
          const child = bench.fresh<SearchingMethods>('searching', system);
          try {
            return [await child.call('open', folder)];
          } finally {
            await child.stop();
          }
        },
        FRESH,
      );
      bench.add(this, 'time', passages, turns);
    }
  },
};
