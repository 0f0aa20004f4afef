import type { Article, Passage } from '../passage.ts';
import { Turns } from '../runtime/event-loop.ts';
import type { StoredArticle } from './article-codec.ts';
import type { KeywordIndex } from './keyword-index.ts';
import type { PassageRange, PassageScore } from './places.ts';
import type { Hit, Manifest, PassageStore } from './types.ts';
import type { VectorIndex } from './vector-index.ts';

/** A generation held in memory: vectors searched by vectra, words by our own index. */
export class VectraStore implements PassageStore {
  readonly manifest: Manifest;
  readonly #keywords: KeywordIndex;
  readonly #vectors: VectorIndex;
  readonly #articles = new Map<string, Article>();
  /** In order of the corpus: the number of a passage is its place here. */
  readonly #passages: Passage[] = [];
  readonly #places = new Map<string, number>();
  readonly #ranges = new Map<string, PassageRange>();
  readonly #hashes = new Map<string, number>();

  private constructor(manifest: Manifest, keywords: KeywordIndex, vectors: VectorIndex) {
    this.manifest = manifest;
    this.#keywords = keywords;
    this.#vectors = vectors;
  }

  static async of(
    manifest: Manifest,
    articles: readonly StoredArticle[],
    keywords: KeywordIndex,
    vectors: VectorIndex,
  ): Promise<VectraStore> {
    const store = new VectraStore(manifest, keywords, vectors);
    const turns = new Turns();
    for (const { article, passages } of articles) {
      const first = store.#passages.length;
      store.#articles.set(article.id, article);
      store.#ranges.set(article.id, { first, last: first + passages.length });
      for (const { passage, textHash } of passages) {
        store.#hashes.set(textHash, store.#passages.length);
        store.#places.set(passage.id, store.#passages.length);
        store.#passages.push(passage);
        if (turns.isOver) await turns.next();
      }
    }
    return store;
  }

  articles(): readonly Article[] {
    return [...this.#articles.values()];
  }

  article(id: string): Article | undefined {
    return this.#articles.get(id);
  }

  passage(id: string): Passage | undefined {
    return this.#passages[this.#places.get(id) ?? -1];
  }

  passagesOf(articleId: string): readonly Passage[] {
    const { first, last } = this.#ranges.get(articleId) ?? { first: 0, last: 0 };
    return this.#passages.slice(first, last);
  }

  async searchVectors(
    vector: Float32Array,
    k: number,
    articleIds?: readonly string[],
  ): Promise<Hit[]> {
    const { dimensions } = this.manifest.model;
    if (vector.length !== dimensions) {
      throw new RangeError(`The query has ${vector.length} dimensions, the index ${dimensions}.`);
    }
    return this.#hits(await this.#vectors.searchVectors(vector, k, this.#rangesOf(articleIds)));
  }

  searchKeywords(query: string, k: number, articleIds?: readonly string[]): Hit[] {
    return this.#hits(this.#keywords.searchKeywords(query, k, this.#rangesOf(articleIds)));
  }

  termWeights(query: string): ReadonlyMap<string, number> {
    return this.#keywords.termWeights(query);
  }

  vectorsOf(textHash: string): readonly Float32Array[] | undefined {
    const place = this.#hashes.get(textHash);
    return place === undefined ? undefined : this.#vectors.vectorsOf(place);
  }

  #rangesOf(articleIds: readonly string[] | undefined): PassageRange[] | undefined {
    return articleIds && [...new Set(articleIds)].flatMap((id) => this.#ranges.get(id) ?? []);
  }

  #hits(scores: PassageScore[]): Hit[] {
    return scores.flatMap(({ passage: place, score }) => {
      const passage = this.#passages[place];
      return passage ? [{ passage, score }] : [];
    });
  }
}
