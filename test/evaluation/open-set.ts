import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvaluationSet } from '../../src/evaluation/evaluation-set.ts';
import {
  type Manifest,
  openStore,
  type PassageStore,
  replaceCorpus,
} from '../../src/store/index.ts';

const DIMENSIONS = 8;
/** What a model would say of itself, if there were one. */
export const model: Manifest['model'] = {
  model: 'none',
  sha256: '0'.repeat(64),
  dimensions: DIMENSIONS,
  pooling: 'mean',
  queryPrefix: '',
  passagePrefix: '',
  maxTokens: 512,
};

/**
 * A real store of the articles, with vectors that mean nothing ({@link vectorOf} the passage's id).
 * It is read into memory: its folder is gone when it is returned.
 */
export async function openSet(articles: EvaluationSet['articles']): Promise<PassageStore> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-store-'));
  try {
    await replaceCorpus(folder, {
      model,
      corpusHash: 'none',
      articles: articles.map(({ article, passages }) => ({
        article,
        passages: passages.map((passage) => ({
          passage,
          textHash: createHash('sha256').update(passage.id).digest('hex').slice(0, 32),
          vectors: [vectorOf(passage.id)],
        })),
      })),
    });
    return await openStore(folder, { model });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A unit vector that depends on the text alone. */
export function vectorOf(text: string): Float32Array {
  const bytes = createHash('sha256').update(text).digest().subarray(0, DIMENSIONS);
  const raw = Array.from(bytes, (byte) => byte - 127.5);
  const length = Math.hypot(...raw);
  return Float32Array.from(raw, (value) => value / length);
}
