import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { put } from './indexing/support.ts';
import { kill } from './inference/support.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const BRIDGE =
  '# The bridge\n\nThe bridge over the Alder opened on 4 May 1931. It is 212 metres long.\n\nCars have used it since 1950.\n';

/** A folder with one article, in which a program keeps all it writes. */
export async function programFolder(files: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-main-'));
  await put(folder, { 'corpus/bridge.md': BRIDGE, ...files });
  return folder;
}

/** Articles whose indexing takes so long that something can happen meanwhile. */
export const LONG_CORPUS = {
  'corpus/long.md': Array.from({ length: 2_000 }, (_, i) => `The river rose by ${i} metres.`).join(
    '\n\n',
  ),
};

export type Settings = Record<string, string>;

/** `npm start`, with nothing of whoever runs the tests in its environment. */
export class Program {
  readonly folder: string;
  readonly process: ChildProcess;
  readonly ended: Promise<number | NodeJS.Signals>;
  output = '';
  hasEnded = false;

  constructor(folder: string, settings: Settings = {}) {
    this.folder = folder;
    this.process = spawn('npm', ['start', '--silent'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        NO_OPEN: '1',
        INFERENCE_PROCESSES: '1',
        CORPUS_DIR: join(folder, 'corpus'),
        INDEX_DIR: join(folder, 'index'),
        DATA_DIR: join(folder, 'data'),
        ...settings,
      },
      // A group of its own is what Ctrl-C hits.
      detached: true,
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        this.output += text;
      });
    }
    this.ended = once(this.process, 'exit').then(([code, signal]) => {
      this.hasEnded = true;
      return code ?? signal;
    });
  }

  /** Waits until something was printed. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    return this.until(`${pattern}`, () => pattern.exec(this.output) ?? undefined);
  }

  /** Waits until a process that runs models is there. */
  async startsModels(): Promise<void> {
    await this.until('models', () => this.processes().find(({ isModel }) => isModel));
  }

  async until<T>(what: string, find: () => T | undefined): Promise<T> {
    const found = await vi
      .waitUntil(() => find() ?? (this.hasEnded ? 'ended' : undefined), {
        timeout: 40_000,
        interval: 20,
      })
      .catch(() => 'ended' as const);
    if (found === 'ended') throw new Error(`Waited for ${what}, but: ${this.output}`);
    return found as T;
  }

  /** The program with all that it started, npm first. */
  processes(): RunningProcess[] {
    return descendants(this.process.pid ?? 0);
  }

  /** Sends a signal to npm, as a supervisor does. @returns how it ended, and after how long */
  async stop(signal: NodeJS.Signals = 'SIGTERM') {
    return this.#endAfter(() => this.process.kill(signal));
  }

  /** What Ctrl-C does: the signal reaches npm and all that it started. */
  async pressCtrlC() {
    return this.#endAfter(() => process.kill(-(this.process.pid ?? 0), 'SIGINT'));
  }

  async #endAfter(send: () => void) {
    const pids = this.processes().map(({ pid }) => pid);
    const began = performance.now();
    send();
    const code = await this.ended;
    const milliseconds = performance.now() - began;
    return { code, milliseconds, left: await this.#left(pids) };
  }

  /** Which of them still run; one that was told to end may take a moment. */
  async #left(pids: readonly number[]): Promise<number[]> {
    const until = performance.now() + 2_000;
    let left = stillThere(pids);
    while (left.length > 0 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      left = stillThere(left);
    }
    return left;
  }

  /** Ends it whatever it does, and removes its folder. */
  async remove(): Promise<void> {
    const pids = this.processes().map(({ pid }) => pid);
    for (const pid of pids) kill(pid);
    await rm(this.folder, { recursive: true, force: true });
  }
}

interface RunningProcess {
  pid: number;
  parent: number;
  isModel: boolean;
}

/** All processes of this machine but those that have ended and were not yet asked how. */
function allProcesses(): RunningProcess[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/u))
    .filter(([, , stat]) => stat && !stat.startsWith('Z'))
    .map(([pid, parent, , ...args]) => ({
      pid: Number(pid),
      parent: Number(parent),
      isModel: args.join(' ').includes('inference/child.mjs'),
    }));
}

/** A process and all below it, from the top. */
function descendants(top: number): RunningProcess[] {
  const all = allProcesses();
  const below = (parent: number): RunningProcess[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return [...all.filter(({ pid }) => pid === top), ...below(top)];
}

function stillThere(pids: readonly number[]): number[] {
  const all = new Set(allProcesses().map(({ pid }) => pid));
  return pids.filter((pid) => all.has(pid));
}
