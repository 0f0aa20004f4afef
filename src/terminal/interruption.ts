import { EXIT } from './exit-codes.ts';

/**
 * Ctrl-C reaches a command twice when npm runs it: from the terminal, and from npm, which passes it
 * on. Within this time the second one is that copy, not a second key press.
 */
const SAME_SIGNAL_MS = 500;

interface Interruption {
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** What is left to do may take any time; a second Ctrl-C still ends the process at once. */
  takeTime(): void;
  /** From now on either ends the process as if nobody listened. */
  release(): void;
}

/**
 * Turns Ctrl-C and SIGTERM into an abort signal. A second one ends the process at once; so does
 * the end of the time in which the program should have ended by itself.
 *
 * @param timeoutMs how long that may take; 0 where there is nothing to put in order
 */
export function listenForInterruption(timeoutMs: number): Interruption {
  const controller = new AbortController();
  let firstAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isLimited = timeoutMs > 0;
  const interrupt = () => {
    if (firstAt === undefined && timeoutMs > 0) {
      firstAt = performance.now();
      if (isLimited) timer = setTimeout(endByForce, timeoutMs).unref();
      controller.abort();
    } else if (firstAt === undefined || performance.now() - firstAt > SAME_SIGNAL_MS) {
      release();
      process.exit(EXIT.interrupted);
    }
  };
  const takeTime = () => {
    isLimited = false;
    clearTimeout(timer);
  };
  const release = () => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
  /** `process.exit` waits for file operations, and one on a dead network drive never ends. */
  const endByForce = () => {
    console.error(`Ended by force: something has not stopped for ${timeoutMs / 1_000} s.`);
    release();
    process.kill(process.pid, 'SIGINT');
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return { signal: controller.signal, takeTime, release };
}
