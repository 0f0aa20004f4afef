import type { Article, ArticleCard, EmbeddingProfile, Passage } from '../passage.ts';

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

/** A whole article with its passages, in order of their paragraph numbers. */
export interface StoredArticle {
  article: Article;
  passages: readonly Passage[];
}

/** Lucene's BM25 idf of each distinct stemmed term of a text that is no stop word. */
export type TermWeights = (text: string) => ReadonlyMap<string, number>;

/** Articles that were read from a store, at hand without waiting. It holds no others. */
export interface Shelf {
  article(id: string): Article | undefined;
  passage(id: string): Passage | undefined;
  /** In order of their paragraph numbers. */
  passagesOf(articleId: string): readonly Passage[];
  termWeights: TermWeights;
}

/**
 * One generation of the index, open for reading. What is synchronous is held in memory; all else
 * may have to come from another machine, so callers ask for many at a time.
 */
export interface PassageStore {
  readonly manifest: Manifest;
  /** What was kept of where the articles came from; the store does not look into it. */
  readonly sources?: string | undefined;
  /**
   * The same generation with some of its articles, as if the others had never been in it: nothing
   * of them is found, read or counted, in the manifest and in the weights of terms neither. Made
   * once for a set (the same object), and as fast to search as the whole.
   */
  within(articleIds: ReadonlySet<string>): PassageStore;
  /** In the order of the corpus. */
  articles(): readonly ArticleCard[];
  card(articleId: string): ArticleCard | undefined;
  /** Whole articles; ids that the index does not have are passed over. */
  read(articleIds: Iterable<string>): Promise<Shelf>;
  /**
   * One after the other, in the order of the corpus, the articles whose text (in NFC) holds all of
   * the given strings; where none are given, all articles.
   */
  articlesWith(strings: readonly string[]): AsyncIterable<StoredArticle>;
  /** The distinct headings of every article, in their order, by the article's id. */
  headings(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The passages nearest to a unit vector by cosine, best first; a passage counts by its best window. */
  searchVectors(vector: Float32Array, k: number, articleIds?: readonly string[]): Promise<Hit[]>;
  /** The best passages by their words, best first; only those that share a term with the query. */
  searchKeywords(query: string, k: number, articleIds?: readonly string[]): Promise<Hit[]>;
  termWeights: TermWeights;
  /**
   * The vectors stored for embedded texts, by the texts' hashes, for re-use: unit vectors, off by a
   * thousandth. Texts that are not stored are left out.
   */
  vectorsOf(textHashes: readonly string[]): Promise<ReadonlyMap<string, readonly Float32Array[]>>;
  /**
   * Which articles are stored with the vectors of exactly these texts, passage by passage.
   *
   * @param texts the hashes of each article's texts, by its id
   */
  holdingTexts(texts: ReadonlyMap<string, readonly string[]>): Promise<ReadonlySet<string>>;
}
