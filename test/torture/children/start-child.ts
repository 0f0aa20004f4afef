import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
// Scripts are run in folders that have no node_modules.
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Child {
  process: ChildProcess;
  /** All it has printed so far. */
  output: () => string;
  /** Resolves with its exit code or the signal that ended it. */
  ended: Promise<number | string | null>;
}

/** Starts a script of this project as `npm run` would; each line that it prints is told. */
export function startChild(
  script: string,
  args: readonly string[],
  { cwd, onLine = () => {} }: { cwd: string; onLine?: (line: string) => void },
): Child {
  const child = spawn(process.execPath, ['--import', TSX, `${ROOT}/${script}`, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, INFERENCE_PROCESSES: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output += `${line}\n`;
      onLine(line);
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return { process: child, output: () => output, ended };
}
