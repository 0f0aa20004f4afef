import type { ParsedArticle } from '../../../corpus/index.ts';
import type { ModelText } from '../../../passage.ts';

/** Something that makes vectors of texts with the sample's embedding model. */
export interface EmbeddingSystem {
  embed(texts: readonly ModelText[]): Promise<void>;
  /** Makes the vectors of all that is embedded of each passage: the whole and its windows. */
  makeSearchable(articles: readonly ParsedArticle[]): Promise<void>;
  close(): Promise<void>;
}
