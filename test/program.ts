import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { allProcesses, type RunningProcess } from './processes.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const BRIDGE =
  '# The bridge\n\nThe bridge over the Alder opened on 4 May 1931. It is 212 metres long.\n\nCars have used it since 1950.\n';

/** A folder with one article, in which a program keeps all it writes. */
export async function programFolder(files: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-main-'));
  for (const [file, content] of Object.entries({ 'corpus/bridge.md': BRIDGE, ...files })) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  return folder;
}

/** Articles that take long to index, so that something can happen meanwhile. */
export const LONG_CORPUS = {
  'corpus/long.md': Array.from({ length: 2_000 }, (_, i) => `The river rose by ${i} metres.`).join(
    '\n\n',
  ),
};

/** The longest wait for something that a program does, on a busy machine. */
const WAIT_TIMEOUT_MS = 60_000;
/** For what was told to end and has not been heard of. */
const LAST_MOMENT_MS = 2_000;

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
    const until = performance.now() + WAIT_TIMEOUT_MS;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (this.hasEnded || performance.now() > until) {
        throw new Error(`Waited for ${what}, but: ${this.output}`);
      }
      await sleep(20);
    }
  }

  /** npm with all that it started, and what that started. */
  processes(): RunningProcess[] {
    return allProcesses().filter(({ group }) => group === this.process.pid);
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
    const began = performance.now();
    send();
    const code = await this.ended;
    const milliseconds = performance.now() - began;
    return { code, milliseconds, left: await this.#left() };
  }

  /** Which of its processes still run; one that was told to end may take a moment. */
  async #left(): Promise<number[]> {
    const until = performance.now() + LAST_MOMENT_MS;
    let left = this.processes();
    while (left.length > 0 && performance.now() < until) {
      await sleep(50);
      left = this.processes();
    }
    return left.map(({ pid }) => pid);
  }

  /** Ends it whatever it does, and removes its folder. */
  async remove(): Promise<void> {
    if (this.processes().length > 0) process.kill(-(this.process.pid ?? 0), 'SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }
}
