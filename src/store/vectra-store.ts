import type { ArticleCard } from '../passage.ts';
import { Turns } from '../runtime/event-loop.ts';
import { checkQueryVector } from './check-article.ts';
import { KeywordIndex } from './keyword-index.ts';
import { DEFAULT_LANGUAGE, languagesByFrequency } from './languages.ts';
import { LiveSegment } from './live-segment.ts';
import type { ArticlePlace } from './order-codec.ts';
import type { PassageRange } from './places.ts';
import type { Segment } from './segment.ts';
import { shelfOf } from './shelf.ts';
import { decodeSources } from './sources-codec.ts';
import { hashBytesOf } from './text-hash.ts';
import type { Hit, Manifest, PassageStore, Shelf, StoredArticle } from './types.ts';

/** A generation held in memory: vectors searched by vectra, words by our own index. */
export class VectraStore implements PassageStore {
  readonly manifest: Manifest;
  readonly segments: readonly LiveSegment[];
  readonly #keywords: KeywordIndex;
  readonly #articles = new Map<string, ArticlePlace>();
  readonly #narrowed = new WeakMap<ReadonlySet<string>, VectraStore>();
  readonly #sources: Buffer | undefined;
  #headings: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

  /**
   * @param sources as `encodeSources` makes it
   * @throws RangeError when the order names articles that are not there.
   */
  constructor(
    manifest: Manifest,
    segments: readonly Segment[],
    order: readonly ArticlePlace[],
    sources?: Buffer,
  ) {
    this.manifest = manifest;
    this.#sources = sources;
    const firstPlaces = segments.map(({ articles }) =>
      Array.from<number | undefined>({ length: articles.length }),
    );
    let place = 0;
    const languages: string[] = [];
    for (const at of order) {
      const segment = segments[at.segment];
      const article = segment?.articles[at.article];
      const places = firstPlaces[at.segment];
      if (!segment || !article || !places) throw new RangeError('an article is not there');
      this.#articles.set(article.id, at);
      languages.push(article.language ?? DEFAULT_LANGUAGE);
      places[at.article] = place;
      const { first, last } = segment.table.rangeOf(at.article);
      place += last - first;
    }
    this.segments = segments.map((each, i) => new LiveSegment(each, firstPlaces[i] ?? []));
    this.#keywords = new KeywordIndex(this.segments, languagesByFrequency(languages));
  }

  get sources(): string | undefined {
    return this.#sources && decodeSources(this.#sources);
  }

  within(articleIds: ReadonlySet<string>): VectraStore {
    let narrowed = this.#narrowed.get(articleIds);
    if (!narrowed) {
      narrowed = this.#narrow(articleIds);
      this.#narrowed.set(articleIds, narrowed);
    }
    return narrowed;
  }

  articles(): readonly ArticleCard[] {
    return [...this.#articles.values()].map((at) => this.#card(at));
  }

  card(articleId: string): ArticleCard | undefined {
    const at = this.#articles.get(articleId);
    return at && this.#card(at);
  }

  async read(articleIds: Iterable<string>): Promise<Shelf> {
    const wanted = new Set(articleIds);
    return shelfOf((id) => (wanted.has(id) ? this.#stored(id) : undefined), this.termWeights);
  }

  async *articlesWith(strings: readonly string[]): AsyncGenerator<StoredArticle> {
    const turns = new Turns();
    for (const id of this.#articles.keys()) {
      const stored = this.#stored(id);
      if (stored && holdsAll(stored.article.text, strings)) yield stored;
      if (turns.isOver) await turns.next();
    }
  }

  headings(): Promise<ReadonlyMap<string, readonly string[]>> {
    this.#headings ??= this.#readHeadings();
    return this.#headings;
  }

  async searchVectors(
    vector: Float32Array,
    k: number,
    articleIds?: readonly string[],
  ): Promise<Hit[]> {
    checkQueryVector(vector, this.manifest.model);
    const within = this.#rangesOf(articleIds);
    const found: { hit: Hit; place: number }[] = [];
    for (const [i, live] of this.segments.entries()) {
      const ranges = within ? (within[i] ?? []) : live.live;
      for (const each of await live.segment.vectors.searchVectors(vector, k, ranges)) {
        const { passage, score } = each;
        const hit = { passage: live.passage(passage), score };
        found.push({ hit, place: live.placeOf(passage) });
      }
    }
    return found
      .sort((a, b) => b.hit.score - a.hit.score || a.place - b.place)
      .slice(0, k)
      .map(({ hit }) => hit);
  }

  async searchKeywords(query: string, k: number, articleIds?: readonly string[]): Promise<Hit[]> {
    const found = this.#keywords.searchKeywords(query, k, this.#rangesOf(articleIds));
    return found.flatMap(({ segment, passage, score }) => {
      const live = this.segments[segment];
      return live ? [{ passage: live.passage(passage), score }] : [];
    });
  }

  readonly termWeights = (text: string): ReadonlyMap<string, number> =>
    this.#keywords.termWeights(text);

  async vectorsOf(
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Float32Array[]>> {
    const turns = new Turns();
    const found = new Map<string, readonly Float32Array[]>();
    for (const textHash of textHashes) {
      const vectors = this.#vectorsOf(textHash);
      if (vectors) found.set(textHash, vectors);
      if (turns.isOver) await turns.next();
    }
    return found;
  }

  async holdingTexts(texts: ReadonlyMap<string, readonly string[]>): Promise<ReadonlySet<string>> {
    const turns = new Turns();
    const holding = new Set<string>();
    for (const [id, textHashes] of texts) {
      if (this.#holdsTexts(id, textHashes)) holding.add(id);
      if (turns.isOver) await turns.next();
    }
    return holding;
  }

  /** Where an article lies. */
  placeOf(articleId: string): ArticlePlace | undefined {
    return this.#articles.get(articleId);
  }

  #narrow(articleIds: ReadonlySet<string>): VectraStore {
    const places = [...this.#articles].filter(([id]) => articleIds.has(id)).map(([, at]) => at);
    const segments = this.segments.map(({ segment }) => segment);
    let [passages, vectors] = [0, 0];
    for (const { segment, article } of places) {
      const { table, vectors: index } = segments[segment] as Segment;
      const range = table.rangeOf(article);
      passages += range.last - range.first;
      vectors += index.countOf(range);
    }
    const counts = { articles: places.length, passages, vectors };
    return new VectraStore({ ...this.manifest, ...counts }, segments, places);
  }

  async #readHeadings(): Promise<ReadonlyMap<string, readonly string[]>> {
    const headings = new Map<string, readonly string[]>();
    for await (const { article, passages } of this.articlesWith([])) {
      headings.set(article.id, [...new Set(passages.flatMap((passage) => passage.headings))]);
    }
    return headings;
  }

  #vectorsOf(textHash: string): readonly Float32Array[] | undefined {
    for (const { segment } of this.segments) {
      for (const passage of segment.table.withHash(textHash)) {
        return segment.vectors.vectorsOf(passage);
      }
    }
    return undefined;
  }

  #holdsTexts(articleId: string, textHashes: readonly string[]): boolean {
    const at = this.#articles.get(articleId);
    const table = at && this.#segment(at.segment)?.table;
    if (!at || !table) return false;
    const { first, last } = table.rangeOf(at.article);
    return (
      textHashes.length === last - first &&
      textHashes.every((hash, i) => table.hashOf(first + i) === hashBytesOf(hash).toString('hex'))
    );
  }

  #stored(articleId: string): StoredArticle | undefined {
    const at = this.#articles.get(articleId);
    return at && this.#segment(at.segment)?.table.read(at.article);
  }

  #segment(segment: number): Segment | undefined {
    return this.segments[segment]?.segment;
  }

  #card({ segment, article }: ArticlePlace): ArticleCard {
    return this.#segment(segment)?.articles[article] as ArticleCard;
  }

  /** By segment. */
  #rangesOf(articleIds: readonly string[] | undefined): PassageRange[][] | undefined {
    if (!articleIds) return undefined;
    const ranges = this.segments.map((): PassageRange[] => []);
    for (const id of new Set(articleIds)) {
      const at = this.#articles.get(id);
      if (at)
        ranges[at.segment]?.push(
          this.#segment(at.segment)?.table.rangeOf(at.article) as PassageRange,
        );
    }
    return ranges;
  }
}

function holdsAll(text: string, strings: readonly string[]): boolean {
  if (strings.length === 0) return true;
  const composed = text.normalize('NFC');
  return strings.every((one) => composed.includes(one));
}
