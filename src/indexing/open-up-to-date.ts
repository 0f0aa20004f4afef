import { hashCorpus } from '../corpus/index.ts';
import { IndexError, PullquoteError } from '../errors.ts';
import type { Embedder, EmbeddingProfile } from '../inference/types.ts';
import { type IndexPlace, type LastGood, openLastGood, openStore } from '../store/index.ts';
import type { PassageStore } from '../store/types.ts';
import { checkFolders } from './check-folders.ts';
import { isReplaceable } from './open-old.ts';
import type { IndexingOptions, IndexingSummary } from './types.ts';

export interface OpenOptions extends Omit<IndexingOptions, 'embedder' | 'force'> {
  model: EmbeddingProfile;
  /** Asked for only when something has to be embedded. */
  embedder: () => Promise<Embedder>;
  /** Told what was done, when the index had to be built. */
  onBuilt?: (summary: IndexingSummary) => void;
  /**
   * Told in a line why an older index serves, when it could not be brought up to date; or why
   * everything is embedded anew, when it is of an older format.
   */
  onStale?: (line: string) => void;
}

/**
 * Opens the index; builds it first where there is none, it is damaged or the corpus has changed
 * since. When that fails, whatever the reason, the last good index serves.
 *
 * @throws SettingError for folders that overlap; IndexError for an index of another model or
 *   format; where there is no good index, CorpusError, IndexError and ModelError.
 */
export async function openUpToDate(options: OpenOptions): Promise<PassageStore> {
  const { corpusDir, indexDir, model, embedder, onBuilt, onStale, ...rest } = options;
  await checkFolders(corpusDir, indexDir);
  const [corpusHash, last] = await Promise.all([
    // What is wrong with the corpus is found again, and told, when the index is built.
    hashCorpus(corpusDir, options).catch(() => undefined),
    openLastGoodIfAny(indexDir, model, onStale),
  ]);
  const isCurrent = corpusHash !== undefined && last?.store.manifest.corpusHash === corpusHash;
  if (last && isCurrent && !last.damage) return last.store;

  const loaded = await embedder();
  try {
    // Parsers and all: not needed where nothing is to be done.
    const { buildIndex } = await import('./build-index.ts');
    const summary = await buildIndex({ ...rest, corpusDir, indexDir, embedder: loaded });
    if (summary.replaced) onBuilt?.(summary);
    return await openStore(indexDir, { model });
  } catch (error) {
    if (!last || options.signal?.aborted) throw error;
    onStale?.(staleLine(last.store, error));
    return last.store;
  }
}

/** What is damaged beyond use, or of an older format, is built anew. */
async function openLastGoodIfAny(
  indexDir: IndexPlace,
  model: EmbeddingProfile,
  onStale: OpenOptions['onStale'],
): Promise<LastGood | undefined> {
  try {
    return await openLastGood(indexDir, { model });
  } catch (error) {
    if (!(error instanceof IndexError && isReplaceable(error))) throw error;
    if (error.code === 'outdated') onStale?.(error.message);
    return undefined;
  }
}

function staleLine({ manifest }: PassageStore, error: unknown): string {
  const reason =
    error instanceof PullquoteError
      ? error.message
      : `The index cannot be brought up to date (${error instanceof Error ? error.message : error}).`;
  const since = manifest.createdAt.replace(/:\d\d\.\d+Z$/, ' UTC').replace('T', ' ');
  return `${reason.replace(/([^.])$/, '$1.')} The last good index, of ${since}, answers.`;
}
