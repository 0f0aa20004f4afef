import { hashCorpus } from '../corpus/index.ts';
import { IndexLockedError } from '../errors.ts';
import type { Embedder, EmbeddingProfile } from '../inference/types.ts';
import { openStore } from '../store/index.ts';
import type { PassageStore } from '../store/types.ts';
import { buildIndex } from './build-index.ts';
import { openIfThere } from './open-if-there.ts';
import type { IndexingOptions, IndexingSummary } from './types.ts';

export interface OpenOptions extends Omit<IndexingOptions, 'embedder' | 'force'> {
  model: EmbeddingProfile;
  /** Asked for only when something has to be embedded. */
  embedder: () => Promise<Embedder>;
  /** Told what was done, when the index had to be built. */
  onBuilt?: (summary: IndexingSummary) => void;
  /** Told in a line when an older index serves although the corpus has changed. */
  onStale?: (line: string) => void;
}

/**
 * Opens the index; builds it first where there is none or the corpus has changed since. While
 * somebody else is embedding, the last good index serves.
 *
 * @throws CorpusError, IndexError, ModelError.
 */
export async function openUpToDate(options: OpenOptions): Promise<PassageStore> {
  const [corpusHash, store] = await Promise.all([
    hashCorpus(options.corpusDir, options),
    openIfThere(options.indexDir, options.model),
  ]);
  if (store?.manifest.corpusHash === corpusHash) return store;
  const { model, embedder, onBuilt, onStale, ...rest } = options;
  try {
    const summary = await buildIndex({ ...rest, embedder: await embedder() });
    if (summary.replaced) onBuilt?.(summary);
  } catch (error) {
    if (!(store && error instanceof IndexLockedError)) throw error;
    onStale?.(`${error.message} Until then the index from before the change answers.`);
    return store;
  }
  return openStore(options.indexDir, { model });
}
