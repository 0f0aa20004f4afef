import type { Scenario } from '../scenario.ts';
import { EMBEDDING_SYSTEMS } from '../systems/embedding/index.ts';

/** Vectors of the sample articles' passages, on all cores. */
export const embedding: Scenario = {
  name: 'embedding',
  figures: { time: { unit: 'ms', title: () => 'Embedding, each passage' } },
  async run(bench) {
    const { passages } = bench.effort;
    await bench.withEmbedding(async (children) => {
      for (const length of ['short', 'long'] as const) {
        const turns = await bench.inTurns(EMBEDDING_SYSTEMS, async (system) => {
          const child = await children(system);
          return [await child.call('embed', length, passages)];
        });
        bench.add(this, 'time', length, turns);
      }
      const turns = await bench.inTurns(EMBEDDING_SYSTEMS, async (system) => {
        const child = await children(system);
        return [await child.call('makeSearchable', passages)];
      });
      bench.add(this, 'time', 'with windows', turns);
    });
  },
};
