import type { Scenario } from '../scenario.ts';
import { SEARCH_SYSTEMS } from '../systems/searching/index.ts';

/** What an index takes on disk. */
export const sizes: Scenario = {
  name: 'sizes',
  figures: { disk: { unit: 'bytes a passage', title: () => 'Index on disk' } },
  async run(bench) {
    for (const passages of bench.effort.sizes) {
      const turns = await bench.inTurns(
        SEARCH_SYSTEMS,
        async (system) => [(await bench.searchIndex(system, passages)).bytes / passages],
        { rounds: 1, warmUps: 0 },
      );
      bench.add(this, 'disk', passages, turns);
    }
  },
};
