import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SETTING_NAMES } from '../../src/config/settings.ts';
import { ModelError } from '../../src/errors.ts';
import {
  type Inference,
  type InferenceOptions,
  startInference,
} from '../../src/inference/index.ts';
import { EMBEDDER, inferencePids, isRunning, kill, sleep, until } from './support.ts';

const text = (body: string) => ({ head: 'Bridges', body });
const long = (i: number) => text(`${i} ${'the river ran past old mills '.repeat(30)}`);

async function start(
  processes: number,
  options: Partial<InferenceOptions> = {},
): Promise<Inference> {
  const inference = await startInference({
    embeddingModel: EMBEDDER,
    processes,
    load: ['embedder'],
    ...options,
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

/** Far more than a run takes on a busy machine, and still soon. */
const IMPATIENT = { taskMs: 2_000, loadMs: 20_000 };

/** A program that runs inference and embeds some texts; on SIGUSR2 it ends. */
function startParent(options: string, texts: number) {
  const index = pathToFileURL(`${import.meta.dirname}/../../src/inference/index.ts`).href;
  const program = `
    process.on('SIGUSR2', () => process.exit());
    const { startInference } = await import(${JSON.stringify(index)});
    const inference = await startInference({ embeddingModel: '${EMBEDDER}', ...${options} });
    const texts = Array(${texts}).fill({ head: '', body: 'river '.repeat(300) });
    const all = inference.embedPassages(texts);
    console.log('working');
    await all;
    console.log('done');`;
  const parent = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  onTestFinished(() => void parent.kill('SIGKILL'));
  let said = '';
  parent.stdout.on('data', (text) => {
    said += text;
  });
  return {
    pid: parent.pid ?? 0,
    says: (word: string) => until(() => said.includes(word)),
  };
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

  it('get on with the indexing while questions are asked without a pause', async () => {
    const inference = await start(1);
    let isDone = false;
    let asked = 0;
    const ask = async () => {
      while (!isDone) {
        await inference.embedQuery(`What is question ${asked++} about?`);
      }
    };
    const asking = Array.from({ length: 8 }, ask);
    await inference.embedPassages([text('One passage.'), text('Another.'), text('A third.')]);
    expect(asked).toBeLessThan(200);
    isDone = true;
    await Promise.all(asking);
  }, 30_000);

  it('that hang are killed, and their texts are done again', async () => {
    const inference = await start(2, { patience: IMPATIENT });
    const texts = Array.from({ length: 12 }, (_, i) => long(i));
    const undisturbed = await inference.embedPassages(texts);
    const [hung = 0, other] = inferencePids();
    const again = inference.embedPassages(texts, {
      onProgress: ({ done }) => {
        if (done === 1) process.kill(hung, 'SIGSTOP');
      },
    });
    expect(await again).toEqual(undisturbed);
    expect(isRunning(hung)).toBe(false);
    expect(inferencePids()).toContain(other);
  });

  it('are waited for when the whole program was stopped and goes on', async () => {
    const parent = startParent(`{ processes: 1, patience: ${JSON.stringify(IMPATIENT)} }`, 30);
    await parent.says('working');
    const pids = inferencePids(parent.pid);
    process.kill(-parent.pid, 'SIGSTOP');
    await sleep(IMPATIENT.taskMs * 1.5);
    process.kill(-parent.pid, 'SIGCONT');
    await parent.says('done');
    expect(inferencePids(parent.pid)).toEqual(pids);
  });

  it.runIf(process.platform === 'linux')(
    'get no setting, no token and nothing else that is not needed',
    async () => {
      const token = 'a.token.that.no.child.needs';
      vi.stubEnv('DISCORD_TOKEN', token);
      vi.stubEnv('SOMEBODYS_PASSWORD', token);
      onTestFinished(() => void vi.unstubAllEnvs());
      await start(2);
      const environments = inferencePids().map((pid) =>
        readFileSync(`/proc/${pid}/environ`, 'utf8'),
      );
      expect(environments).toHaveLength(2);
      for (const environment of environments) {
        expect(environment).toContain('PATH=');
        expect(environment).not.toContain(token);
        for (const name of SETTING_NAMES) expect(environment).not.toContain(`${name}=`);
      }
    },
  );

  it('end when their parent is killed', async () => {
    const parent = startParent('{ processes: 2 }', 500);
    await parent.says('working');
    const pids = inferencePids(parent.pid);
    expect(pids).toHaveLength(2);
    process.kill(parent.pid, 'SIGKILL');
    await until(() => !pids.some(isRunning));
  });

  it('end when their parent ends, even those that were stopped', async () => {
    const parent = startParent('{ processes: 2 }', 500);
    await parent.says('working');
    const pids = inferencePids(parent.pid);
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    process.kill(parent.pid, 'SIGUSR2');
    await until(() => !pids.some(isRunning));
  });

  it.each([
    'SIGINT',
    'SIGTERM',
  ])('leave %s, which a whole group may get, to their parent', async (signal) => {
    const inference = await start(1);
    const pids = inferencePids();
    for (const pid of pids) process.kill(pid, signal);
    await inference.embedQuery('Still there?');
    expect(inferencePids()).toEqual(pids);
  });
});
