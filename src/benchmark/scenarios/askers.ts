import type { Scenario } from '../scenario.ts';
import { ANSWERING_SYSTEMS } from '../systems/answering/index.ts';

/** Members who ask at once, each the next question when the last one is answered. */
export const askers: Scenario = {
  name: 'askers',
  figures: { time: { unit: 'ms', title: () => 'An answer with several asking at once' } },
  async run(bench) {
    const { questions, rounds } = bench.effort;
    await bench.withAnswering(async (children) => {
      let first = 0;
      for (const askers of bench.effort.askers) {
        // Never the same question twice, which might be remembered; two for each asker at least.
        const count = Math.max(questions, 2 * askers);
        const from = first;
        const turns = await bench.inTurns(
          ANSWERING_SYSTEMS,
          async (system, round) => {
            const child = await children(system);
            return (await child.call('ask', from + round * count, count, askers)).times;
          },
          { rounds: Math.min(2, rounds), warmUps: askers === 1 ? 1 : 0 },
        );
        first += 3 * count;
        bench.add(this, 'time', `${askers} at once`, turns);
      }
    });
  },
};
