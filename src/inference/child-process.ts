import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Setup, ToChild, ToParent } from './protocol.ts';

const CHILD_FILE = fileURLToPath(new URL('./child.mjs', import.meta.url));
/** What is kept of a child's error output, in characters: enough for the reason of a crash. */
const STDERR_TAIL = 2000;

export interface Child {
  send(message: Setup | ToChild): void;
  kill(): void;
}

interface Listeners {
  onMessage(message: ToParent): void;
  /** Called once, with the reason for a person. */
  onEnd(reason: string): void;
}

/** Starts a child process that runs models. It ends by itself when this process does. */
export function startChild({ onMessage, onEnd }: Listeners): Child {
  const child: ChildProcess = fork(CHILD_FILE, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stderr = '';
  let ended = false;
  const end = (reason: string) => {
    if (ended) return;
    ended = true;
    const said = stderr
      .trim()
      .split('\n')
      .findLast((line) => /\berror\b/i.test(line));
    onEnd(said ? `${reason}: ${said.trim()}` : reason);
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_TAIL);
  });
  child.on('message', onMessage);
  child.on('error', (error) => end(error.message));
  child.on('close', (code, signal) => end(signal ?? `exit code ${code}`));
  return {
    // A child that is gone reports that by its end, not by a failed send.
    send: (message) => child.send(message, () => {}),
    kill: () => child.kill('SIGKILL'),
  };
}
