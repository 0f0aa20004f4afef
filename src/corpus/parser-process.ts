import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromParser, ToParser } from './parsing-protocol.ts';

const CHILD_FILE = fileURLToPath(new URL('./parser-child.mjs', import.meta.url));
/** The heap of the process: an article of 5 MB takes about half of it. */
const HEAP_MB = 1_024;
/** What is kept of its error output, in characters: enough to tell why it ended. */
const STDERR_TAIL = 8_000;

export interface ParserProcess {
  send(article: ToParser): void;
  kill(): void;
}

/** Why a process ended: an article took too long, or what a person is told. */
export type ParserEnd = 'too slow' | { died: string };

interface Listeners {
  onMessage(message: FromParser): void;
  /** Called once. */
  onEnd(end: ParserEnd): void;
}

/**
 * Starts a process that parses articles. It ends by itself when this process does.
 *
 * @param limitMs the longest that one article may take, in milliseconds of processor time
 */
export function startParserProcess(
  limitMs: number,
  { onMessage, onEnd }: Listeners,
): ParserProcess {
  const child = fork(CHILD_FILE, [String(limitMs)], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    // It needs none of it, and what is secret there is none of its business.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_TAIL);
  });
  let hasEnded = false;
  const end = (reason: string) => {
    if (hasEnded) return;
    hasEnded = true;
    // See parser-watch.mjs.
    if (reason === 'SIGVTALRM') onEnd('too slow');
    else onEnd({ died: /out of memory/i.test(stderr) ? 'out of memory' : reason });
  };
  child.on('message', onMessage);
  child.on('error', (error) => end(error.message));
  child.on('close', (code, signal) => end(signal ?? `exit code ${code}`));
  return {
    // One that is gone reports that by its end, not by a failed send.
    send: (article) => child.send(article, () => {}),
    kill: () => child.kill('SIGKILL'),
  };
}
