import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import { type Inference, startInference } from '../../src/inference/index.ts';
import { EMBEDDER, inferencePids, isRunning, kill, sleep, until } from './support.ts';

const text = (body: string) => ({ head: 'Bridges', body });
const long = (i: number) => text(`${i} ${'the river ran past old mills '.repeat(30)}`);

async function start(processes: number): Promise<Inference> {
  const inference = await startInference({
    embeddingModel: EMBEDDER,
    processes,
    load: ['embedder'],
  });
  onTestFinished(() => inference.close());
  return inference;
}

/** The processor time of each thread of a process so far, in clock ticks. */
function threadTimes(pid: number): Map<string, number> {
  const folder = `/proc/${pid}/task`;
  return new Map(
    readdirSync(folder).map((thread) => {
      const stat = readFileSync(`${folder}/${thread}/stat`, 'utf8');
      const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
      return [thread, (user ?? 0) + (system ?? 0)];
    }),
  );
}

describe('the child processes', () => {
  it('are as many as asked for, and gone after close', async () => {
    const inference = await start(2);
    const pids = inferencePids();
    expect(pids).toHaveLength(2);
    const waiting = inference.embedPassages([long(1), long(2), long(3)]);
    const rejected = expect(waiting).rejects.toThrow('closed');
    await inference.close();
    await rejected;
    expect(pids.filter(isRunning)).toEqual([]);
    await expect(inference.embedQuery('Anybody?')).rejects.toThrow('closed');
  });

  it.runIf(process.platform === 'linux')('run their model on one thread', async () => {
    const inference = await start(1);
    const [pid = 0] = inferencePids();
    const before = threadTimes(pid);
    await inference.embedPassages(Array.from({ length: 10 }, (_, i) => long(i)));
    const used = [...threadTimes(pid)].map(([thread, time]) => time - (before.get(thread) ?? 0));
    const total = used.reduce((sum, time) => sum + time, 0);
    expect(Math.max(...used) / total).toBeGreaterThan(0.8);
  });

  it('are replaced when they are killed, and their texts are done again', async () => {
    const inference = await start(2);
    const texts = Array.from({ length: 12 }, (_, i) => long(i));
    const undisturbed = await inference.embedPassages(texts);
    const before = inferencePids();
    const again = inference.embedPassages(texts, {
      onProgress: ({ done }) => {
        const victim = before[done];
        if (victim) kill(victim);
      },
    });
    expect(await again).toEqual(undisturbed);
    expect(inferencePids().filter((pid) => before.includes(pid))).toHaveLength(1);
  }, 120_000);

  it('are given up with a text that they die on three times', async () => {
    const inference = await start(1);
    const [pid = 0] = inferencePids();
    let error: unknown;
    void inference.embedQuery('What kills you?').catch((reason) => {
      error = reason;
    });
    for (let next = [pid]; !error; next = inferencePids()) {
      for (const victim of next) kill(victim);
      await sleep(5);
    }
    expect(error).toBeInstanceOf(ModelError);
    expect(String(error)).toMatch(/died 3 times \(SIGKILL\) on the text "What kills you\?"/);
  });

  it('are given up when they keep dying at their start', async () => {
    const inference = await start(1);
    let kills = 0;
    while (kills < 3) {
      for (const pid of inferencePids()) {
        kill(pid);
        await until(() => !isRunning(pid));
        kills++;
      }
      await sleep(10);
    }
    const error = await inference.embedQuery('Anybody?').catch((reason) => reason);
    expect(error).toBeInstanceOf(ModelError);
    expect(error.message).toMatch(/die as soon as they start \(SIGKILL\)/);
    expect(inferencePids()).toEqual([]);
  });

  it('end when their parent is killed', async () => {
    const index = pathToFileURL(`${import.meta.dirname}/../../src/inference/index.ts`).href;
    const parent = spawn(
      process.execPath,
      [
        ...['--import', 'tsx', '--input-type=module', '--eval'],
        `const { startInference } = await import(${JSON.stringify(index)});
         const inference = await startInference({ embeddingModel: '${EMBEDDER}', processes: 2 });
         void inference.embedPassages(Array(500).fill({ head: '', body: 'river '.repeat(300) }));
         console.log('working');`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(parent.stdout, 'data');
    const pids = inferencePids(parent.pid);
    expect(pids).toHaveLength(2);
    parent.kill('SIGKILL');
    await until(() => !pids.some(isRunning));
  });

  it('leave Ctrl-C to their parent', async () => {
    const inference = await start(1);
    const pids = inferencePids();
    for (const pid of pids) process.kill(pid, 'SIGINT');
    await inference.embedQuery('Still there?');
    expect(inferencePids()).toEqual(pids);
  });
});
