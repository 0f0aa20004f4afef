import { type Corpus, readCorpus } from '../corpus/index.ts';
import { ArticleFaultError, CorpusError } from '../errors.ts';
import { type IndexLock, lockIndex, replaceCorpus } from '../store/index.ts';
import { checkFolders } from './check-folders.ts';
import { type ArticleChanges, compareArticles } from './compare-articles.ts';
import { embedCorpus } from './embed-corpus.ts';
import { type OldIndex, openOld } from './open-old.ts';
import type { IndexingOptions, IndexingSummary } from './types.ts';

type Written = Pick<IndexingSummary, 'embedded' | 'manifest'> & { faults: ArticleFaultError[] };

/**
 * Brings the index in line with the corpus folder: reads the articles, embeds what is new, and
 * swaps the new generation in. Until that last step, and after any failure, the old index serves.
 * An article on which the program fails is left out like one that cannot be used.
 *
 * @throws SettingError, CorpusError, IndexError (also for an index of another model, unless
 *   `force`), IndexLockedError, ModelError; the signal's reason when it is aborted.
 */
export async function buildIndex(options: IndexingOptions): Promise<IndexingSummary> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  const { corpusDir, indexDir, force } = options;
  await checkFolders(corpusDir, indexDir);
  const lock = await lockIndex(indexDir);
  try {
    const corpus = await readCorpus(corpusDir, options);
    const old = await openOld(options);
    const unchanged = new Set<string>();
    const changes = await compareArticles(old.reusable, corpus.articles, unchanged);
    const { skipped, warnings } = corpus;
    const manifest = old.isWhole ? old.good?.manifest : undefined;
    const isSame = manifest?.corpusHash === corpus.hash && isNothing(changes);
    if (manifest && isSame && !force) {
      const nothing = { embedded: 0, manifest, replaced: false };
      return { ...changes, skipped, warnings, ...nothing, seconds: seconds() };
    }
    const { faults, ...written } = await write(corpus, { ...old, unchanged }, lock, options);
    return {
      ...(await withoutFaults(changes, corpus, old, faults)),
      ...written,
      warnings,
      skipped: [...skipped, ...faults].sort((a, b) => (a.file < b.file ? -1 : 1)),
      replaced: true,
      seconds: seconds(),
    };
  } finally {
    await lock.release();
  }
}

async function write(
  corpus: Corpus,
  { reusable, good, isWhole, unchanged }: OldIndex & { unchanged: ReadonlySet<string> },
  lock: IndexLock,
  options: IndexingOptions,
): Promise<Written> {
  const { corpusDir, indexDir, embedder, force, signal } = options;
  const source = force ? undefined : reusable;
  // The files of a damaged index are not taken over, whatever of it can be read.
  const base = isWhole ? source : undefined;
  const kept = base && unchanged;
  const { articles, embedded, faults } = await embedCorpus(corpus, source, embedder, options, kept);
  signal?.throwIfAborted();
  try {
    if (faults[0] && articles.length === 0) throw faults[0];
    const manifest = await replaceCorpus(
      indexDir,
      { model: embedder.profile, corpusHash: corpus.hash, base, articles },
      { lock, kept: good?.manifest.generation, onFault: (fault) => faults.push(fault) },
    );
    return { embedded, manifest, faults };
  } catch (error) {
    if (!(error instanceof ArticleFaultError)) throw error;
    throw new CorpusError(
      `Pullquote fails on every article in ${corpusDir}, please report it: ${error.message}`,
      { cause: error },
    );
  }
}

/** The same files may give other articles: after an update, or where one failed that does no more. */
function isNothing({ added, changed, removed }: ArticleChanges): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** Articles that were left out in the end are neither added, changed nor unchanged. */
async function withoutFaults(
  changes: ArticleChanges,
  { articles }: Corpus,
  { reusable }: OldIndex,
  faults: readonly ArticleFaultError[],
): Promise<ArticleChanges> {
  if (faults.length === 0) return changes;
  const files = new Set(faults.map(({ file }) => file));
  const kept = articles.filter(({ article }) => !files.has(article.file));
  return compareArticles(reusable, kept);
}
