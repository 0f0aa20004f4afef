import { type ChangedCorpus, knownFiles, readChangedCorpus, recordFiles } from '../corpus/index.ts';
import { ArticleFaultError, CorpusError } from '../errors.ts';
import {
  type IndexLock,
  lockIndex,
  type Manifest,
  type PassageStore,
  replaceCorpus,
} from '../store/index.ts';
import { checkFolders } from './check-folders.ts';
import { type ArticleChanges, compareArticles, fileOf } from './compare-articles.ts';
import { type EmbeddedCorpus, embedCorpus } from './embed-corpus.ts';
import { type OldIndex, openOld } from './open-old.ts';
import type { IndexingOptions, IndexingSummary } from './types.ts';

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
  const { corpusDir, indexDir, embedder, force } = options;
  await checkFolders(corpusDir, indexDir);
  const lock = await lockIndex(indexDir);
  try {
    const opening = openOld(options);
    // Of a damaged index, and by force, everything is done anew.
    const wholeOf = ({ isWhole, good }: OldIndex) => (isWhole && !force ? good : undefined);
    const known = opening.then((old) => {
      const whole = wholeOf(old);
      return knownFiles(whole?.sources, options, (id) => whole?.card(id) !== undefined);
    });
    const [old, corpus] = await Promise.all([
      opening,
      readChangedCorpus(corpusDir, options, known),
    ]);
    const whole = wholeOf(old);
    const { skipped, warnings } = corpus;
    const current = whole?.manifest;
    const isSame = (changes: ArticleChanges) =>
      current?.corpusHash === corpus.hash && isNothing(changes);
    const summarise = (
      changes: ArticleChanges,
      rest: Pick<IndexingSummary, 'embedded' | 'manifest' | 'replaced'>,
      faults: readonly ArticleFaultError[] = [],
    ): IndexingSummary => ({
      ...changes,
      skipped: [...skipped, ...faults].sort((a, b) => (a.file < b.file ? -1 : 1)),
      warnings,
      languages: corpus.articles.map((one) =>
        'article' in one ? one.article.language : (whole?.card(one.id)?.language ?? null),
      ),
      ...rest,
      seconds: seconds(),
    });

    const unchanged = new Set<string>();
    const compared = await compareArticles(old.reusable, corpus.articles, unchanged);
    if (current && isSame(compared)) {
      return summarise(compared, { embedded: 0, manifest: current, replaced: false });
    }
    const source = force ? undefined : old.reusable;
    // The files of a damaged index are not taken over, whatever of it can be read.
    const base = old.isWhole ? source : undefined;
    const kept = base && unchanged;
    const embedding = await embedCorpus(corpus, source, embedder, options, kept);
    options.signal?.throwIfAborted();
    const { embedded, faults } = embedding;
    // What fails again as it did before is no change.
    const changes = await withoutFaults(compared, corpus, old, faults);
    if (current && isSame(changes)) {
      return summarise(changes, { embedded, manifest: current, replaced: false }, faults);
    }
    const manifest = await write(corpus, { ...embedding, base }, old, lock, options);
    return summarise(
      await withoutFaults(compared, corpus, old, faults),
      { embedded, manifest, replaced: true },
      faults,
    );
  } finally {
    await lock.release();
  }
}

/** Adds to the faults the articles that the store does not take. */
async function write(
  corpus: ChangedCorpus,
  { articles, faults, base }: EmbeddedCorpus & { base: PassageStore | undefined },
  { good }: OldIndex,
  lock: IndexLock,
  options: IndexingOptions,
): Promise<Manifest> {
  const { corpusDir, indexDir, embedder } = options;
  const sources = () => {
    const left = new Set(faults.map(({ file }) => file));
    const files = corpus.files.filter((file) => !file.articles.some((name) => left.has(name)));
    return recordFiles(files, options);
  };
  try {
    if (faults[0] && articles.length === 0) throw faults[0];
    return await replaceCorpus(
      indexDir,
      { model: embedder.profile, corpusHash: corpus.hash, base, articles, sources },
      {
        lock,
        kept: good?.manifest.generation,
        onFault: (fault) => faults.push(fault),
        ...(options.onSwapped && { onSwapped: options.onSwapped }),
      },
    );
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
  { articles }: ChangedCorpus,
  { reusable }: OldIndex,
  faults: readonly ArticleFaultError[],
): Promise<ArticleChanges> {
  if (faults.length === 0) return changes;
  const files = new Set(faults.map(({ file }) => file));
  const kept = articles.filter((each) => !files.has(fileOf(each)));
  return compareArticles(reusable, kept);
}
