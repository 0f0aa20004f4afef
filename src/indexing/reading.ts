import { createHash } from 'node:crypto';
import type { ReadOptions } from '../corpus/index.ts';
import type { IndexingOptions } from './types.ts';

/** The settings that decide which articles a corpus gives. */
export function readOptionsOf({ maxArticleBytes }: Pick<IndexingOptions, 'maxArticleBytes'>) {
  return { maxArticleBytes } satisfies ReadOptions;
}

/**
 * What an index is compared by: it is up to date when the files are the same, and would be read in
 * the same way.
 */
export function sourceHash(corpusHash: string, options: ReadOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([corpusHash, options]))
    .digest('hex');
}
