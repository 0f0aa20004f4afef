import { readCorpus } from '../corpus/index.ts';
import { lockIndex, replaceCorpus } from '../store/index.ts';
import { compareArticles } from './compare-articles.ts';
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
  const { corpusDir, indexDir, embedder } = options;
  const lock = await lockIndex(indexDir);
  try {
    const corpus = await readCorpus(corpusDir, { maxArticleBytes: options.maxArticleBytes });
    const old = options.force ? undefined : await openIfThere(indexDir, embedder.profile);
    const changes = compareArticles(
      old?.articles() ?? [],
      corpus.articles.map(({ article }) => article),
    );
    const summary = { ...changes, skipped: corpus.skipped };
    if (old?.manifest.corpusHash === corpus.hash) {
      return {
        ...summary,
        embedded: 0,
        manifest: old.manifest,
        replaced: false,
        seconds: secondsSince(started),
      };
    }
    const { articles, embedded } = await embedCorpus(corpus, old, embedder, options);
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

function secondsSince(started: number): number {
  return (performance.now() - started) / 1_000;
}
