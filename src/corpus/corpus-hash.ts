import { createHash } from 'node:crypto';
import { readArticleFile } from './article-bytes.ts';
import { listArticleFiles } from './article-files.ts';
import { mapConcurrently } from './concurrently.ts';

/** What decides which files become articles. */
export interface ReadLimits {
  /** Larger files are left out; in bytes. */
  maxArticleBytes: number;
  /** A file that takes longer to parse is left out; in milliseconds of processor time. Default: 5,000. */
  articleTimeoutMs?: number;
}

export const DEFAULT_ARTICLE_TIMEOUT_MS = 5_000;

/** What the corpus hash is made of: each file with the digest of its content. */
export type Fingerprint = readonly [file: string, digest: string];

/**
 * To be raised when files are read, their text extracted, cut into passages or embedded in another
 * way: an index made in the old way is then out of date, although no file has changed.
 */
export const READING_VERSION = 4;

/** Files that are read at the same time, to use the time that the disk takes. */
const READ_AT_ONCE = 4;

/** sha256 over the paths and bytes of all article files, and how they are read, in hex. */
export function combineFingerprints(
  fingerprints: readonly Fingerprint[],
  { articleTimeoutMs = DEFAULT_ARTICLE_TIMEOUT_MS }: ReadLimits,
): string {
  return createHash('sha256')
    .update(JSON.stringify([READING_VERSION, articleTimeoutMs, fingerprints]))
    .digest('hex');
}

/**
 * The hash that {@link readCorpus} gives for the same files and limits, without parsing them. It
 * changes when an article file, its name, or whether it can be read changes. Of files that are
 * larger than allowed only the size and the time of the last change count.
 *
 * @throws CorpusError if the folder is missing or none
 */
export async function hashCorpus(dir: string, limits: ReadLimits): Promise<string> {
  const { files } = await listArticleFiles(dir);
  const fingerprints = await mapConcurrently(files, READ_AT_ONCE, async (file) => {
    const { digest } = await readArticleFile(file, limits.maxArticleBytes);
    return [file.file, digest] as const;
  });
  return combineFingerprints(fingerprints, limits);
}
