import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { ArticleError } from '../errors.ts';
import { type ArticleFile, notRegular, unreadable } from './article-files.ts';
import { lastingStampOf } from './file-stamp.ts';

/** Hashed at once, in bytes: a few milliseconds, so that nothing else has to wait for long. */
const CHUNK = 2 ** 20;

/** Neither waits for the writer of a FIFO nor follows a link that was put in the file's place. */
const HOW = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

export interface ArticleBytes {
  /** Changes when the content does, or whether it can be read; the sha256 of it if it was read. */
  digest: string;
  /** The content, or why there is none. */
  content: Buffer | ArticleError;
  /** Tells the same content without reading it; null where nothing does. */
  stamp: string | null;
}

/** Reads an article's file; one that is larger than allowed is never read, whatever its size. */
export async function readArticleFile(
  article: ArticleFile,
  maxArticleBytes: number,
): Promise<ArticleBytes> {
  try {
    if (article.error) throw article.error;
    return await openAndRead(article, maxArticleBytes);
  } catch (error) {
    const content = error instanceof ArticleError ? error : unreadable(article.file, error);
    return { digest: content.reason, content, stamp: null };
  }
}

async function openAndRead({ file, path }: ArticleFile, most: number): Promise<ArticleBytes> {
  const handle = await open(path, HOW);
  try {
    const [opened, listed, real] = await Promise.all([handle.stat(), lstat(path), realpath(path)]);
    if (!opened.isFile()) throw notRegular(file);
    // A folder above it may have become a link that leads elsewhere since the corpus was listed.
    if (real !== path || opened.ino !== listed.ino || opened.dev !== listed.dev) {
      throw new ArticleError(file, 'was replaced while it was read');
    }
    if (opened.size > most) {
      const digest = `too large: ${opened.size} bytes of ${opened.mtimeMs}`;
      return { digest, content: tooLarge(file, opened, most), stamp: null };
    }
    const stamp = lastingStampOf(opened);
    return { ...(await readAll(handle, opened.size)), stamp };
  } finally {
    await handle.close();
  }
}

/** What is written to the file meanwhile is left to the next time. */
async function readAll(
  handle: FileHandle,
  size: number,
): Promise<Pick<ArticleBytes, 'digest' | 'content'>> {
  const bytes = Buffer.alloc(size);
  const hash = createHash('sha256');
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, Math.min(CHUNK, size - length));
    if (bytesRead === 0) break;
    hash.update(bytes.subarray(length, length + bytesRead));
    length += bytesRead;
  }
  return { digest: hash.digest('hex'), content: bytes.subarray(0, length) };
}

function tooLarge(file: string, { size }: Stats, most: number): ArticleError {
  const [has, allowed] = [size, most].map(megabytes);
  return new ArticleError(
    file,
    `has ${has} MB, more than MAX_ARTICLE_MB=${allowed} allows; split it or raise MAX_ARTICLE_MB`,
  );
}

/** A megabyte is 1,048,576 bytes here; rounded up, so that too much never reads as just enough. */
function megabytes(bytes: number): number {
  return Math.ceil((bytes / 2 ** 20) * 10) / 10;
}
