import type { Scenario } from '../scenario.ts';
import { SEARCH_SYSTEMS } from '../systems/searching/index.ts';

/** From an index on disk, which the system has in its cache, to one that can be searched. */
export const opening: Scenario = {
  name: 'opening',
  figures: { time: { unit: 'ms', title: () => 'Opening an index, in a process of its own' } },
  async run(bench) {
    for (const passages of bench.effort.sizes) {
      const turns = await bench.inTurns(
        SEARCH_SYSTEMS,
        (system) =>
          bench.inNewSearching(system, passages, async (child, folder) => [
            await child.call('open', folder),
          ]),
        // Each process opens it once.
        { warmUps: 0 },
      );
      bench.add(this, 'time', passages, turns);
    }
  },
};
