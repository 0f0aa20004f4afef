import { IndexError } from '../errors.ts';

export function damaged(indexDir: string, what: string, cause?: unknown): IndexError {
  return new IndexError(
    'damaged',
    `The index in ${indexDir} is damaged (${what}): run \`npm run embed -- --force\`.`,
    { cause },
  );
}

/** Errors of the file system that the owner of the machine can mend. */
const REASONS: Record<string, string> = {
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than allowed',
  ENOTDIR: 'a file is where a folder should be',
  EEXIST: 'a file is where a folder should be',
  EISDIR: 'a folder is where a file should be',
  ENAMETOOLONG: 'the path is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports an error',
};

/** An error of the file system as an IndexError; any other error is a bug and stays what it is. */
export function asUnwritable(indexDir: string, error: unknown): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException | undefined)?.code ?? ''];
  if (reason === undefined) return error;
  return new IndexError(
    'unwritable',
    `The index in ${indexDir} cannot be written: ${reason}. What was there before is unchanged.`,
    { cause: error },
  );
}
