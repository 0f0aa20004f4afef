import type { Scenario } from '../scenario.ts';
import { ANSWERING_SYSTEMS } from '../systems/answering/index.ts';

/** Questions that the sample articles answer, one after the other, from question to answer. */
export const answer: Scenario = {
  name: 'answer',
  figures: {
    time: { unit: 'ms', title: () => 'A whole answer, sample articles' },
    blocked: { unit: 'ms', title: () => 'Main thread held by an answer' },
    right: { unit: 'per cent', title: () => 'Answers whose first passage is the right one' },
    memory: { unit: 'MB', title: () => 'Resident while answering, all processes' },
  },
  async run(bench) {
    const { questions, rounds } = bench.effort;
    await bench.withAnswering(async (children) => {
      const right = new Map<string, number>();
      const time = await bench.inTurns(ANSWERING_SYSTEMS, async (system, round) => {
        const child = await children(system);
        const asked = await child.call('ask', round * questions, questions, 1);
        right.set(system, (right.get(system) ?? 0) + asked.right);
        return asked.times;
      });
      bench.add(this, 'time', 'one asker', time);
      const shares = ANSWERING_SYSTEMS.map((system) => ({
        system,
        // The warm-up asks questions of its own.
        samples: [(100 * (right.get(system) ?? 0)) / (questions * (rounds + 1))],
      }));
      bench.add(this, 'right', 'one asker', shares);
      const asked = questions * (rounds + 1);
      const blocked = await bench.inTurns(
        ANSWERING_SYSTEMS,
        async (system, round) => (await children(system)).call('blocked', asked + round * 2, 2),
        { warmUps: 0 },
      );
      bench.add(this, 'blocked', 'one asker', blocked);
      const memory = await bench.inTurns(
        ANSWERING_SYSTEMS,
        async (system) => [(await children(system)).residentMb()],
        { rounds: 1, warmUps: 0 },
      );
      bench.add(this, 'memory', 'one asker', memory);
    });
  },
};
