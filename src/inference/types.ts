import type { EmbeddingProfile, ModelText } from '../passage.ts';

export type { EmbeddingProfile };

export interface EmbedProgress {
  done: number;
  total: number;
}

export interface Embedder {
  readonly profile: EmbeddingProfile;
  /** One unit vector of `profile.dimensions` numbers. */
  embedQuery(text: string): Promise<Float32Array>;
  /**
   * For each text the unit vectors of its windows, in order, at least one: a text over
   * `profile.maxTokens` becomes overlapping windows, each with the head in front.
   */
  embedPassages(
    texts: readonly ModelText[],
    options?: { onProgress?: (progress: EmbedProgress) => void; signal?: AbortSignal },
  ): Promise<Float32Array[][]>;
}

export interface Reranker {
  /** For each text one logit: the higher, the likelier it answers the query. Cut to 512 tokens. */
  rerank(query: string, texts: readonly ModelText[]): Promise<number[]>;
}

export interface Inference extends Embedder, Reranker {
  /** Ends the child processes. */
  close(): Promise<void>;
}
