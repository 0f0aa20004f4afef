import { createHash } from 'node:crypto';
import { type ArticleFile, digestFile, listArticleFiles, unreadable } from './article-files.ts';

/** What the corpus hash is made of: each file with the sha256 of its bytes, or why it has none. */
export type Fingerprint = readonly [file: string, digest: string];

/**
 * To be raised when files are read, cut into passages or embedded in another way: an index made in
 * the old way is then out of date, although no article has changed.
 */
const READING_VERSION = 1;

/** sha256 over the paths and bytes of all article files, and how they are read, in hex. */
export function combineFingerprints(fingerprints: readonly Fingerprint[]): string {
  return createHash('sha256')
    .update(JSON.stringify([READING_VERSION, fingerprints]))
    .digest('hex');
}

/**
 * The hash that {@link readCorpus} gives for the same files, without parsing them. It changes when
 * an article file, its name, or whether it can be read changes.
 *
 * @throws CorpusError if the folder is missing or none
 */
export async function hashCorpus(dir: string): Promise<string> {
  const fingerprints: Fingerprint[] = [];
  for (const file of await listArticleFiles(dir)) fingerprints.push(await fingerprintOf(file));
  return combineFingerprints(fingerprints);
}

export async function fingerprintOf({ file, path, error }: ArticleFile): Promise<Fingerprint> {
  if (error) return [file, error.reason];
  try {
    return [file, await digestFile(path)];
  } catch (cause) {
    return [file, unreadable(file, cause).reason];
  }
}
