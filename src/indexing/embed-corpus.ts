import { createHash } from 'node:crypto';
import { type Corpus, embeddingTexts } from '../corpus/index.ts';
import type { Embedder } from '../inference/types.ts';
import type { ModelText } from '../passage.ts';
import type { EmbeddedArticle, PassageStore } from '../store/types.ts';
import type { IndexingOptions } from './types.ts';

export interface EmbeddedCorpus {
  articles: EmbeddedArticle[];
  /** Passages that had to be embedded. */
  embedded: number;
}

/**
 * Gives every passage its vectors: those of the old index where the very same text was embedded
 * before (a renamed article costs nothing, a changed one only its changed passages), new ones
 * from the embedder for the rest. A text that occurs twice is embedded once.
 */
export async function embedCorpus(
  corpus: Pick<Corpus, 'articles'>,
  old: PassageStore | undefined,
  embedder: Embedder,
  options: Pick<IndexingOptions, 'onProgress' | 'signal'>,
): Promise<EmbeddedCorpus> {
  const hashed = corpus.articles.map(({ article, passages }) => ({
    article,
    passages: passages.map((passage, index) => {
      const texts = embeddingTexts(article, passages, index);
      return { passage, texts, textHash: hashTexts(texts) };
    }),
  }));

  const vectors = new Map<string, readonly Float32Array[]>();
  const missing = new Map<string, readonly ModelText[]>();
  for (const { textHash, texts } of hashed.flatMap((article) => article.passages)) {
    const known = old?.vectorsOf(textHash);
    if (known) vectors.set(textHash, known);
    else missing.set(textHash, texts);
  }

  const fresh = await embedder.embedPassages([...missing.values()].flat(), {
    onProgress: ({ done, total }) =>
      options.onProgress?.({
        done: Math.floor((missing.size * done) / total),
        total: missing.size,
      }),
    ...(options.signal && { signal: options.signal }),
  });
  let next = 0;
  for (const [textHash, texts] of missing) {
    vectors.set(textHash, fresh.slice(next, next + texts.length).flat());
    next += texts.length;
  }

  const articles = hashed.map(({ article, passages }) => ({
    article,
    passages: passages.map(({ passage, textHash }) => ({
      passage,
      textHash,
      vectors: vectors.get(textHash) as readonly Float32Array[],
    })),
  }));
  return { articles, embedded: missing.size };
}

/** 128 bits of SHA-256 in hex: enough that no two texts of a corpus meet. */
function hashTexts(texts: readonly ModelText[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
}
