import type { Article, EmbeddingProfile, Passage } from '../passage.ts';

/** A passage and how well it fits; the scale is that of the search that found it. */
export interface Hit {
  passage: Passage;
  score: number;
}

/** What an index was made from and with. */
export interface Manifest {
  format: number;
  /** Changes with every replaced corpus; names the generation's folder. */
  generation: string;
  /** ISO 8601 date and time. */
  createdAt: string;
  corpusHash: string;
  model: EmbeddingProfile;
  articles: number;
  passages: number;
  vectors: number;
  /** Size of the generation on disk. */
  bytes: number;
}

/** A passage with the vectors of its windows, at least one. */
export interface EmbeddedPassage {
  passage: Passage;
  /** Identifies the text that was embedded, so that the same text is never embedded again. */
  textHash: string;
  vectors: readonly Float32Array[];
}

export interface EmbeddedArticle {
  article: Article;
  passages: readonly EmbeddedPassage[];
}

/** What an index is made of. */
export interface Corpus {
  model: EmbeddingProfile;
  corpusHash: string;
  articles: readonly EmbeddedArticle[];
}

/**
 * What an index is made of, said as a change of what it holds: articles as they are stored in
 * `base` are named by their ids.
 */
export interface ChangedCorpus extends Omit<Corpus, 'articles'> {
  base?: PassageStore | undefined;
  /** What is to be kept of where the articles came from, asked for when those that hold are known. */
  sources?: () => string;
  articles: readonly (EmbeddedArticle | string)[];
}

/** One generation of the index, open for reading. */
export interface PassageStore {
  readonly manifest: Manifest;
  /** What was kept of where the articles came from; the store does not look into it. */
  readonly sources?: string | undefined;
  /** Their texts are read when they are asked for; so are the passages of hits. */
  articles(): readonly Article[];
  article(id: string): Article | undefined;
  passage(id: string): Passage | undefined;
  /** In order of their paragraph numbers. */
  passagesOf(articleId: string): readonly Passage[];
  /** The passages nearest to a unit vector by cosine, best first; a passage counts by its best window. */
  searchVectors(vector: Float32Array, k: number, articleIds?: readonly string[]): Promise<Hit[]>;
  /** The best passages by their words, best first; only those that share a term with the query. */
  searchKeywords(query: string, k: number, articleIds?: readonly string[]): Hit[];
  /** Lucene's BM25 idf of each distinct stemmed term of the query that is no stop word. */
  termWeights(query: string): ReadonlyMap<string, number>;
  /** The vectors stored for an embedded text, for re-use: unit vectors, off by a thousandth. */
  vectorsOf(textHash: string): readonly Float32Array[] | undefined;
  /** Whether the passages of an article are stored with the vectors of these texts, in order. */
  holdsTexts(articleId: string, textHashes: readonly string[]): boolean;
}
