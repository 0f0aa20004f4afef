import type { EmbeddingProfile, ModelText, Span } from '../passage.ts';

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

/** A text of which each sentence is judged, too. */
export interface ReadableText extends ModelText {
  /** Where the sentences stand in the body, in order, without overlaps. */
  sentences: readonly Span[];
}

/** What the cross-encoder finds when it reads a question and a text together, once. */
export interface TextReading {
  /** The model's own output: the higher, the nearer the text is to the question. */
  logit: number;
  /** Log-odds that the text says what is asked, and not only something near. */
  said: number;
  /**
   * For each sentence how much it looks like the one that answers, to be compared with each other;
   * -Infinity where it stands behind what was read.
   */
  sentences: number[];
}

export interface Reranker {
  /** Reads each text with the query, cut to 512 tokens. */
  read(query: string, texts: readonly ReadableText[]): Promise<TextReading[]>;
}

export interface Inference extends Embedder, Reranker {
  /** The folder of the cross-encoder. */
  readonly reranker: string;
  /** Ends the child processes. */
  close(): Promise<void>;
}
