import { isDeepStrictEqual } from 'node:util';
import { ModelError } from '../../../src/errors.ts';
import { type Inference, startInference } from '../../../src/inference/index.ts';
import type { ModelText } from '../../../src/passage.ts';
import { allProcesses } from '../../processes.ts';
import { type Scenario, Tally, type TortureContext } from '../scenario.ts';

/** Longer than a run takes on a busy machine. */
const PATIENCE = { taskMs: 2_000, loadMs: 30_000 };
const TEXTS_A_ROUND = 24;
/** At least this many texts are done between two faults, so that none is hit again and again. */
const TEXTS_BETWEEN = 8;
const QUERY = 'How far did the river rise?';

export const scenario: Scenario = {
  name: 'inference-children',
  tries: { short: 1, long: 30 },
  async run({ tries, random }) {
    const inference = await startInference({
      embeddingModel: 'bge-small-en-v1.5',
      processes: 2,
      patience: PATIENCE,
    });
    const faults = { SIGKILL: 0, SIGSTOP: 0 };
    const tally = new Tally();
    try {
      const texts = Array.from({ length: TEXTS_A_ROUND }, (_, i) => textOf(i));
      const undisturbed = await bothOf(inference, texts, () => {});
      for (let round = 1; round <= tries; round++) {
        await tally.try(`round ${round}`, async () => {
          const found = await bothOf(inference, texts, (done) => {
            if (done % TEXTS_BETWEEN === 1) disturb(random, faults);
          });
          if (!isDeepStrictEqual(found, undisturbed)) throw new Error('other results');
        });
      }
    } finally {
      await inference.close();
    }
    if (tries > scenario.tries.short) await tally.try('a text on which all hang', giveUp);
    return tally.result({ killed: faults.SIGKILL, stopped: faults.SIGSTOP });
  },
};

/** Vectors and readings at the same time, as when a member asks while articles are indexed. */
function bothOf(inference: Inference, texts: ModelText[], onDone: (done: number) => void) {
  return Promise.all([
    inference.embedPassages(texts, { onProgress: ({ done }) => onDone(done) }),
    inference.read(
      QUERY,
      texts.map((text) => ({ ...text, sentences: [{ start: 0, end: text.body.length }] })),
    ),
  ]);
}

function disturb(random: TortureContext['random'], faults: Record<'SIGKILL' | 'SIGSTOP', number>) {
  const [victim] = random.pick(children(), 1);
  const signal = random.below(2) === 0 ? 'SIGKILL' : 'SIGSTOP';
  if (victim === undefined) return;
  process.kill(victim, signal);
  faults[signal]++;
}

/** However long each child waits: the third that says nothing is the last. */
async function giveUp(): Promise<void> {
  const inference = await startInference({
    embeddingModel: 'bge-small-en-v1.5',
    processes: 1,
    load: ['embedder'],
    patience: { taskMs: 1_000, loadMs: 10_000 },
  });
  const stopAll = () => {
    for (const pid of children()) process.kill(pid, 'SIGSTOP');
  };
  stopAll();
  const timer = setInterval(stopAll, 20);
  const error = await inference.embedQuery(QUERY).catch((reason) => reason);
  clearInterval(timer);
  await inference.close();
  if (!(error instanceof ModelError && error.message.includes('died 3 times'))) throw error;
}

function children(): number[] {
  return allProcesses()
    .filter(({ parent, isModel }) => parent === process.pid && isModel)
    .map(({ pid }) => pid);
}

function textOf(i: number): ModelText {
  return { head: 'The flood', body: `${i} ${'the river ran past old mills '.repeat(5 + i)}` };
}
