import { IndexError } from '../errors.ts';

/** What an owner can make of the codes of the file system. */
const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'a file would become larger than allowed',
  ENOTDIR: 'a file is where a folder should be',
  EEXIST: 'a file is where a folder should be',
  EISDIR: 'a folder is where a file should be',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports an error',
};

/** @param cause what reading gave: an error of the file system, or of the content. */
export function unusable(indexDir: string, file: string, cause?: unknown): IndexError {
  const reason = reasonOf(cause);
  // Without the file, or with a folder in its place, no reading will ever help.
  if (reason !== undefined && !['ENOENT', 'EISDIR'].includes(codeOf(cause) ?? '')) {
    return new IndexError(
      'unreadable',
      `The index in ${indexDir} cannot be read: ${reason} (${file}).`,
      { cause },
    );
  }
  return new IndexError(
    'damaged',
    `The index in ${indexDir} is damaged (${file}): run \`npm run embed\`.`,
    { cause },
  );
}

/** Makes an error of the file system one for people; any other is a bug and stays what it is. */
export function asUnwritable(indexDir: string, cause: unknown): unknown {
  const reason = reasonOf(cause);
  if (reason === undefined) return cause;
  return new IndexError(
    'unwritable',
    `The index in ${indexDir} cannot be written: ${reason}. What it held before is unchanged.`,
    { cause },
  );
}

function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error)) return undefined;
  const code = codeOf(error) ?? 'unknown';
  return REASONS[code] ?? `the system says ${code}`;
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
