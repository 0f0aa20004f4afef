import type { Scenario } from '../scenario.ts';

/** From the vectors of a changed article to an index on disk and in memory that has it. */
export const change: Scenario = {
  name: 'change',
  figures: {
    time: {
      unit: 'ms',
      title: () => 'One article of 20 passages changed, to found (embedding aside)',
    },
  },
  async run(bench) {
    const systems = ['pullquote', 'vectra-json', 'vectra-protobuf'] as const;
    for (const passages of bench.effort.sizes) {
      await bench.withSearching(passages, async (children) => {
        // Articles change now and then: nothing has been compiled for it, or lies in a cache.
        const turns = await bench.inTurns(
          systems,
          async (system, round) => {
            const child = await children(system);
            return [await child.call('change', passages, 2 + round)];
          },
          { warmUps: 0 },
        );
        bench.add(this, 'time', passages, turns);
      });
    }
  },
};
