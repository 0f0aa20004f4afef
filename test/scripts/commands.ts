import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, vi } from 'vitest';
import { inferencePids, isRunning } from '../inference/support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// The commands are run in folders that have no node_modules.
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** As in package.json. */
const START = {
  add: ['--import', TSX, `${ROOT}/scripts/add.ts`],
  ask: [`${ROOT}/scripts/ask.mjs`],
  embed: [`${ROOT}/scripts/embed.mjs`],
  evaluate: ['--import', TSX, `${ROOT}/scripts/evaluate.ts`],
  benchmark: ['--import', TSX, `${ROOT}/scripts/benchmark.ts`],
};

/** A command takes about two seconds; on a busy machine, several of them many more. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const started: ChildProcess[] = [];
afterAll(() => {
  for (const command of started) command.kill('SIGKILL');
});

export interface RunOptions {
  /** The working directory: where `.env`, `corpus` and `.pullquote` are looked for. */
  cwd: string;
  env?: Record<string, string>;
  /** What is typed; nothing at all where it is not said. */
  stdin?: string;
  /** Whether more may be typed after that. */
  isOpen?: boolean;
  /** A command of the shell that is run before, in the same process. */
  prefix?: string;
}

export interface Finished {
  /** The exit code, or the signal that ended the command. */
  code: number | NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A command that has been started, as `npm run` would start it. */
export class Running {
  readonly process: ChildProcess;
  readonly done: Promise<Finished>;
  stdout = '';
  stderr = '';

  constructor(script: keyof typeof START, args: readonly string[], options: RunOptions) {
    const { cwd, env, stdin = '', isOpen, prefix } = options;
    const command = [process.execPath, ...START[script], ...args];
    const [file = '', ...others] = prefix
      ? ['sh', '-c', `${prefix}; exec "$@"`, 'sh', ...command]
      : command;
    this.process = spawn(file, others, {
      cwd,
      // Settings of whoever runs the tests must not matter; a group of its own is what Ctrl-C hits.
      env: { PATH: process.env.PATH, HOME: cwd, INFERENCE_PROCESSES: '1', ...env },
      detached: true,
    });
    started.push(this.process);
    this.process.stdout?.setEncoding('utf8').on('data', (text) => {
      this.stdout += text;
    });
    this.process.stderr?.setEncoding('utf8').on('data', (text) => {
      this.stderr += text;
    });
    this.process.stdin?.on('error', () => {}).write(stdin);
    if (!isOpen) this.process.stdin?.end();
    this.done = once(this.process, 'close').then(([code, signal]) => ({
      code: code ?? signal,
      stdout: this.stdout,
      stderr: this.stderr,
    }));
  }

  /** Waits until something was printed. */
  async says(pattern: RegExp): Promise<void> {
    await vi.waitUntil(
      () => pattern.test(this.stdout + this.stderr) || this.process.exitCode !== null,
      {
        timeout: 30_000,
      },
    );
    expect(this.stdout + this.stderr).toMatch(pattern);
  }

  /** What Ctrl-C does: the signal reaches the command and its child processes. */
  async pressCtrlC(): Promise<Finished> {
    process.kill(-(this.process.pid as number), 'SIGINT');
    return this.done;
  }

  /** The processes that run its models. */
  children(): number[] {
    return inferencePids(this.process.pid);
  }
}

/** Runs a command to its end. */
export function run(
  script: 'add' | 'ask' | 'embed',
  args: readonly string[],
  options: RunOptions,
): Promise<Finished> {
  return new Running(script, args, options).done;
}

/** A mistake is told in one line, without a stack, and nothing goes to standard output. */
export function expectMistake(finished: Finished, line: RegExp): void {
  expect(finished.stderr).toMatch(/^[^\n]+\n$/);
  expect(finished.stderr).toMatch(line);
  expect(finished.stderr).not.toMatch(/\bat .*:\d+/);
  expect(finished.stdout).toBe('');
  expect(finished.code).toBe(1);
}

/** Child processes end by themselves when the command is gone; they may be in the middle of a text. */
export async function expectGone(pids: readonly number[]): Promise<void> {
  await vi.waitUntil(() => !pids.some(isRunning), { timeout: 10_000 });
}
