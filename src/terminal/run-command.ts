import { PullquoteError } from '../errors.ts';
import { EXIT } from './exit-codes.ts';
import { listenForInterruption } from './interruption.ts';
import { printableLine } from './printable.ts';

/**
 * Runs a command to its exit code, and ends the process with it, whatever may still be open. A
 * mistake of the user's is told in one line; a fault of ours with its stack, since that is what a
 * report of it needs. Ctrl-C and SIGTERM end the process at once, or, where there is something to
 * put in order, abort the signal that the command is given: what it throws then is no fault.
 *
 * @param command is also given a function to call when all that could hang is over, and what is
 *   left may take any time
 * @param timeoutMs how long the command may take to end after that, in milliseconds
 */
export async function runCommand(
  command: (interrupted: AbortSignal, takeTime: () => void) => Promise<number>,
  timeoutMs = 0,
): Promise<void> {
  // A reader that has seen enough (`ask … | head -1`) is no fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.answered);
      throw error;
    });
  }
  const { signal, takeTime, release } = listenForInterruption(timeoutMs);
  const code = await command(signal, takeTime).catch((error: unknown) => {
    if (signal.aborted) return EXIT.interrupted;
    if (error instanceof PullquoteError) {
      console.error(printableLine(error.message));
      return EXIT.mistake;
    }
    console.error(`A fault of Pullquote, please report it:\n${stackOf(error)}`);
    return EXIT.fault;
  });
  // What was printed must have left the process before it ends.
  await Promise.all([process.stdout, process.stderr].map(flushed));
  release();
  process.exit(code);
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
