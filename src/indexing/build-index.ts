import { readCorpus } from '../corpus/index.ts';
import { IndexError } from '../errors.ts';
import { lockIndex, replaceCorpus } from '../store/index.ts';
import type { PassageStore } from '../store/types.ts';
import { type ArticleChanges, compareArticles } from './compare-articles.ts';
import { embedCorpus } from './embed-corpus.ts';
import { openIfThere } from './open-if-there.ts';
import type { IndexingOptions, IndexingSummary } from './types.ts';

/**
 * Brings the index in line with the corpus folder: reads the articles, embeds what is new, and
 * swaps the new generation in. Until that last step, and after any failure, the old index serves.
 *
 * @throws CorpusError, IndexError (also for an index of another model, unless `force`),
 *   IndexLockedError, ModelError; the signal's reason when it is aborted.
 */
export async function buildIndex(options: IndexingOptions): Promise<IndexingSummary> {
  const started = performance.now();
  const { corpusDir, indexDir, embedder, force } = options;
  const lock = await lockIndex(indexDir);
  try {
    const corpus = await readCorpus(corpusDir, options);
    const old = await openOld(options);
    const changes = compareArticles(old, corpus.articles);
    const summary = { ...changes, skipped: corpus.skipped, warnings: corpus.warnings };
    if (old && !force && old.manifest.corpusHash === corpus.hash && isNothing(changes)) {
      return {
        ...summary,
        embedded: 0,
        manifest: old.manifest,
        replaced: false,
        seconds: secondsSince(started),
      };
    }
    const reusable = force ? undefined : old;
    const { articles, embedded } = await embedCorpus(corpus, reusable, embedder, options);
    options.signal?.throwIfAborted();
    const manifest = await replaceCorpus(
      indexDir,
      { model: embedder.profile, corpusHash: corpus.hash, articles },
      { lock },
    );
    return { ...summary, embedded, manifest, replaced: true, seconds: secondsSince(started) };
  } finally {
    await lock.release();
  }
}

/** What is replaced by force need not open. */
async function openOld(options: IndexingOptions): Promise<PassageStore | undefined> {
  try {
    return await openIfThere(options.indexDir, options.embedder.profile);
  } catch (error) {
    if (options.force && error instanceof IndexError) return undefined;
    throw error;
  }
}

/** The same files may give other articles: after an update, or with another limit on their size. */
function isNothing({ added, changed, removed }: ArticleChanges): boolean {
  return added.length + changed.length + removed.length === 0;
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1_000;
}
