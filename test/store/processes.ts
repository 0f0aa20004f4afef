import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));

export type Task = 'lock' | 'replace' | 'once';

export interface Writer {
  process: ChildProcess;
  /** The next line it says. */
  says(): Promise<string>;
  /** Ends it at once, whatever it is doing. */
  kill(): Promise<void>;
}

/** Starts `writer.ts`; `prefix` is a shell command that goes before it. */
export function startWriter(task: Task, folder: string, prefix = ''): Writer {
  const command = `${prefix} exec "$0" --import tsx "$1" "$2" "$3"`;
  const child = spawn('sh', ['-c', command, process.execPath, WRITER, task, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { process: child, says: async () => (await lines.next()).value ?? 'nothing', kill };
}
