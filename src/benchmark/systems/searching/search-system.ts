import type { Corpus, EmbeddedArticle } from '../../../store/index.ts';

/** Something that keeps passages and finds them: ours, and what others would use in our place. */
export interface SearchSystem {
  /** Makes its index of a corpus in an empty folder. */
  build(folder: string, corpus: Corpus): Promise<void>;
  /** Opens that index; when this resolves, it can be searched. */
  open(folder: string, model: Corpus['model']): Promise<OpenIndex>;
}

/** Each method is there where the system has it. */
export interface OpenIndex {
  /** The ids of the passages nearest to a unit vector, best first, at most `k`. */
  dense?(vector: Float32Array, k: number): Promise<string[]>;
  /** The ids of the passages that fit the words best, best first, at most `k`. */
  keywords?(query: string, k: number): Promise<string[]>;
  /**
   * Puts an article in place of the one with its id, on disk too. When this resolves, what the
   * article says now is found.
   *
   * @param corpus what the index was made of
   */
  change?(corpus: Corpus, article: EmbeddedArticle): Promise<void>;
  /** Resolves when nothing of a change is left to be done. */
  settle?(): Promise<void>;
}
