import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../bench.ts';
import { RefusedError } from '../child/measured-child.ts';
import { SAMPLE_FOLDER, sampleQuestions } from '../sample.ts';
import type { Scenario } from '../scenario.ts';
import { ANSWERING_SYSTEMS } from '../systems/answering/index.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ASK = 'scripts/ask.mjs';

/** From the start of a process to its first answer. */
export const coldStart: Scenario = {
  name: 'cold-start',
  figures: { time: { unit: 'ms', title: () => 'Cold start to the first answer' } },
  async run(bench) {
    const turns = await bench.inTurns(
      ANSWERING_SYSTEMS,
      async (system) => {
        const folder = await bench.answeringIndex(system);
        const began = performance.now();
        const answer = system === 'pullquote' ? askAsUsersDo(folder, bench) : openAndAsk(bench);
        return [(await answer) - began];
      },
      // The files are in the system's cache: the index was just written.
      { warmUps: 0 },
    );
    bench.add(this, 'time', 'ask', turns);
  },
};

/** `ask` itself, which also looks whether articles have changed. @returns when it printed */
async function askAsUsersDo(index: string, { signal }: Bench): Promise<number> {
  const question = sampleQuestions()[0]?.text ?? '';
  const options = ['--corpus', SAMPLE_FOLDER, '--index', index];
  const child = spawn(process.execPath, [ASK, question, ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const abort = () => child.kill('SIGKILL');
  signal.addEventListener('abort', abort, { once: true });
  let printedAt: number | undefined;
  child.stdout.on('data', () => {
    printedAt ??= performance.now();
  });
  await once(child, 'close');
  signal.removeEventListener('abort', abort);
  signal.throwIfAborted();
  if (printedAt === undefined) throw new RefusedError('`ask` did not answer');
  return printedAt;
}

/** The same question to a process of the other pipeline. @returns when it answered */
async function openAndAsk(bench: Bench): Promise<number> {
  return bench.inNewAnswering('plain-pipeline', async (child, folder) => {
    await child.call('open', folder);
    await child.call('ask', 0, 1, 1);
    return performance.now();
  });
}
