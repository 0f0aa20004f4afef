import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { embeddingTexts } from '../corpus/index.ts';
import { IndexError } from '../errors.ts';
import { embedCorpus } from '../indexing/embed-corpus.ts';
import type { Embedder, EmbeddingProfile, EmbedProgress } from '../inference/types.ts';
import { openStore, replaceCorpus } from '../store/index.ts';
import type { PassageStore } from '../store/types.ts';
import type { EvaluationSet } from './evaluation-set.ts';

interface EmbeddedSetOptions {
  embedder: Embedder;
  /** Holds one index for each set and model. */
  cacheDir: string;
  /** Write the index anew even if it is there; only texts never embedded before are embedded. */
  rebuild?: boolean;
  onProgress?: (progress: EmbedProgress) => void;
  signal?: AbortSignal;
}

/**
 * The index of a set, made the way the product makes one and kept for the next run. The folder is
 * named by the articles and the model; when the cutting into passages or the embedded text has
 * changed since, the index is made anew and only the changed texts are embedded.
 *
 * @throws IndexError, IndexLockedError, ModelError; the signal's reason when it is aborted.
 */
export async function openEmbeddedSet(
  { articles }: Pick<EvaluationSet, 'articles'>,
  { embedder, cacheDir, rebuild, onProgress, signal }: EmbeddedSetOptions,
): Promise<PassageStore> {
  const { profile } = embedder;
  const texts = articles.map(({ article }) => [article.id, article.text]);
  const indexDir = join(cacheDir, hashOf([texts, profile]).slice(0, 16));
  const corpusHash = hashOf(
    articles.map(({ article, passages }) => [
      article,
      passages.map((passage, index) => [passage, embeddingTexts(article, passages, index)]),
    ]),
  );
  const old = await openIfUsable(indexDir, profile);
  if (old && old.manifest.corpusHash === corpusHash && !rebuild) return old;
  const embedded = await embedCorpus({ articles }, old, embedder, {
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  });
  signal?.throwIfAborted();
  // What is measured must be the whole set.
  if (embedded.faults[0]) throw embedded.faults[0];
  await replaceCorpus(indexDir, { model: profile, corpusHash, articles: embedded.articles });
  return openStore(indexDir, { model: profile });
}

/** A cache that is missing, damaged or of an older format is made anew. */
async function openIfUsable(
  indexDir: string,
  model: EmbeddingProfile,
): Promise<PassageStore | undefined> {
  try {
    return await openStore(indexDir, { model });
  } catch (error) {
    if (error instanceof IndexError) return undefined;
    throw error;
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
