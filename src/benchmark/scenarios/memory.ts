import type { Scenario } from '../scenario.ts';
import { SEARCH_SYSTEMS } from '../systems/searching/index.ts';

/** What a process with an open index holds in memory, at first and after many questions. */
export const memory: Scenario = {
  name: 'memory',
  figures: {
    opened: { unit: 'MB', title: () => 'Resident with the index open' },
    asked: {
      unit: 'MB',
      title: ({ manyQuestions, manyQuestionsMs }) =>
        `Resident after ${manyQuestions.toLocaleString('en')} questions, or ${manyQuestionsMs / 1_000} s of them`,
    },
    heap: { unit: 'MB', title: () => 'Objects and buffers after those questions, collected' },
  },
  async run(bench) {
    const { sizes, manyQuestions, manyQuestionsMs } = bench.effort;
    for (const passages of sizes) {
      const samples = new Map<string, readonly (number | undefined)[]>();
      const turns = await bench.inTurns(
        SEARCH_SYSTEMS,
        (system) =>
          bench.inNewSearching(system, passages, async (child, folder) => {
            await child.call('open', folder);
            await child.call('heapMb');
            const opened = child.residentMb();
            await child.call('askMany', manyQuestions, manyQuestionsMs);
            const heap = await child.call('heapMb');
            samples.set(system, [opened, child.residentMb(), heap]);
            return [];
          }),
        { rounds: 1, warmUps: 0 },
      );
      for (const [i, figure] of (['opened', 'asked', 'heap'] as const).entries()) {
        const all = turns.map((turn) => ({ ...turn, samples: [samples.get(turn.system)?.[i]] }));
        bench.add(this, figure, passages, all);
      }
    }
  },
};
