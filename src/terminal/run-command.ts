import { PullquoteError } from '../errors.ts';
import { printableLine } from './printable.ts';

/** What a command's exit code says. */
export const EXIT = { answered: 0, mistake: 1, fault: 2, missed: 3, interrupted: 130 } as const;

/**
 * Runs a command to its exit code. A mistake of the user's is told in one line; a fault of ours
 * with its stack, since that is what a report of it needs. Either ends the process at once, with
 * the child processes that it may have.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  // A reader that has seen enough (`ask … | head -1`) is no fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.answered);
      throw error;
    });
  }
  try {
    process.exitCode = await command();
  } catch (error) {
    const [text, code] =
      error instanceof PullquoteError
        ? [printableLine(error.message), EXIT.mistake]
        : [`A fault of Pullquote, please report it:\n${stackOf(error)}`, EXIT.fault];
    process.stderr.write(`${text}\n`, () => process.exit(code));
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
