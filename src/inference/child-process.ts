import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from '../runtime/plain-environment.ts';
import type { Setup, ToChild, ToParent } from './protocol.ts';

const CHILD_FILE = fileURLToPath(new URL('./child.mjs', import.meta.url));
/** What is kept of a child's error output, in characters: enough for the reason of a crash. */
const STDERR_TAIL = 2000;
/** What a child wrote before its end arrives within this many milliseconds. */
const LAST_WORDS_MS = 500;

export interface Child {
  send(message: Setup | ToChild): void;
  /** @param reason for a person; by default what the system says */
  kill(reason?: string): void;
}

interface Listeners {
  onMessage(message: ToParent): void;
  /** Called once, with the reason for a person. */
  onEnd(reason: string): void;
}

/**
 * Starts a child process that runs models. It ends by itself when this process does, and gets
 * nothing of this process's environment but what every program needs.
 */
export function startChild({ onMessage, onEnd }: Listeners): Child {
  let stderr = '';
  let ended = false;
  let killedFor: string | undefined;
  const end = (reason: string) => {
    if (ended) return;
    ended = true;
    if (killedFor) {
      onEnd(killedFor);
      return;
    }
    const said = stderr
      .trim()
      .split('\n')
      .findLast((line) => /\berror\b/i.test(line));
    onEnd(said ? `${reason}: ${said.trim()}` : reason);
  };
  const child = forkChild();
  if (child instanceof Error) {
    // As for any other end: whoever starts a child has it first.
    setImmediate(end, child.message);
    return { send() {}, kill() {} };
  }
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_TAIL);
  });
  child.on('message', onMessage);
  child.on('error', (error) => end(error.message));
  child.on('exit', (code, signal) => {
    const reason = signal ?? `exit code ${code}`;
    // A process that the child started may hold its error output open.
    const timer = setTimeout(end, LAST_WORDS_MS, reason);
    child.once('close', () => {
      clearTimeout(timer);
      end(reason);
    });
  });
  return {
    // A child that is gone reports that by its end, not by a failed send.
    send: (message) => child.send(message, () => {}),
    kill(reason) {
      killedFor ??= reason;
      child.kill('SIGKILL');
    },
  };
}

/** @returns the error where the system has no room for another process, or no file for its pipes */
function forkChild(): ChildProcess | Error {
  try {
    const child = fork(CHILD_FILE, [], {
      env: plainEnvironment(),
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    if (child.pid !== undefined) return child;
    child.on('error', () => {});
    return new Error('the process cannot be started');
  } catch (error) {
    return error as Error;
  }
}
