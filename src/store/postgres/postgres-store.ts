import { IndexError } from '../../errors.ts';
import type { ArticleCard, Passage } from '../../passage.ts';
import { checkQueryVector } from '../check-article.ts';
import { modelKey } from '../check-model.ts';
import { B, K1, PAIR_CANDIDATES, PAIR_WEIGHT } from '../keyword-index.ts';
import { DEFAULT_LANGUAGE, languagesByFrequency } from '../languages.ts';
import { shelfOf } from '../shelf.ts';
import { queryTerms } from '../terms.ts';
import { hashBytesOf } from '../text-hash.ts';
import type { Hit, Manifest, PassageStore, Shelf, StoredArticle } from '../types.ts';
import { type ArticleCache, decodeRecord } from './article-cache.ts';
import type { Connection } from './connection.ts';
import { exactVectorSearch, KEYWORD_SEARCH, vectorSearch } from './search-sql.ts';
import { TermStatistics } from './term-statistics.ts';
import { fromVectorText, toVectorText } from './vector-text.ts';

/** Articles that are read in one round trip where all are gone through. */
const ARTICLES_AT_ONCE = 100;
const HASHES_AT_ONCE = 1_000;
/** Windows that are looked at for each passage that is wanted; more where they are too few. */
const WINDOWS_A_PASSAGE = 3;
/** Up to this many vectors every one is compared: sooner than going through all their neighbours. */
const MAX_COMPARED = 20_000;

/** A row of the articles, and what of it is held in memory. */
export interface ArticleRow {
  article: number;
  card: ArticleCard;
  passages: number;
  vectors: number;
}

/** What is held in memory of a generation, or of a part of one. */
export interface Generation {
  manifest: Manifest;
  /** By which its rows are told. */
  number: number;
  rows: readonly ArticleRow[];
  statistics: TermStatistics;
  sources: string | undefined;
  isPart?: boolean;
}

/** One generation of an index in Postgres: cards and term statistics in memory, all else there. */
export class PostgresStore implements PassageStore {
  readonly manifest: Manifest;
  /** By the articles' ids, in the order of the corpus. */
  readonly rows: ReadonlyMap<string, ArticleRow>;
  readonly number: number;
  readonly connection: Connection;
  readonly sources: string | undefined;
  readonly #cache: ArticleCache;
  readonly #byNumber: ReadonlyMap<number, { row: ArticleRow; place: number }>;
  readonly #languages: readonly string[];
  readonly #narrowed = new WeakMap<ReadonlySet<string>, PostgresStore>();
  /** Of the articles that are all there are for this view; undefined for a whole generation. */
  readonly #within: readonly number[] | undefined;
  #statistics: TermStatistics;
  #counting: Promise<void> | undefined;
  #headings: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

  constructor(
    connection: Connection,
    cache: ArticleCache,
    { manifest, number, rows, statistics, sources, isPart = false }: Generation,
  ) {
    this.connection = connection;
    this.#cache = cache;
    this.manifest = manifest;
    this.number = number;
    this.sources = sources;
    this.#within = isPart ? rows.map(({ article }) => article) : undefined;
    this.rows = new Map(rows.map((row) => [row.card.id, row]));
    this.#byNumber = new Map(rows.map((row, place) => [row.article, { row, place }]));
    this.#statistics = statistics;
    this.#languages = languagesByFrequency(
      rows.map(({ card }) => card.language ?? DEFAULT_LANGUAGE),
    );
  }

  get statistics(): TermStatistics {
    return this.#statistics;
  }

  /**
   * Its term statistics are counted by the server, once, before its first search or reading ends;
   * until then the weights of terms are those of the whole.
   */
  within(articleIds: ReadonlySet<string>): PostgresStore {
    let narrowed = this.#narrowed.get(articleIds);
    if (!narrowed) {
      const rows = [...this.rows.values()].filter(({ card }) => articleIds.has(card.id));
      const sum = (of: (row: ArticleRow) => number) => rows.reduce((all, row) => all + of(row), 0);
      const counts = {
        articles: rows.length,
        passages: sum(({ passages }) => passages),
        vectors: sum(({ vectors }) => vectors),
      };
      const manifest = { ...this.manifest, ...counts };
      const { number, statistics } = this;
      const part = { manifest, number, rows, statistics, sources: undefined, isPart: true };
      narrowed = new PostgresStore(this.connection, this.#cache, part);
      this.#narrowed.set(articleIds, narrowed);
    }
    return narrowed;
  }

  articles(): readonly ArticleCard[] {
    return [...this.rows.values()].map(({ card }) => card);
  }

  card(articleId: string): ArticleCard | undefined {
    return this.rows.get(articleId)?.card;
  }

  async read(articleIds: Iterable<string>): Promise<Shelf> {
    await this.#counted();
    const wanted = [...new Set(articleIds)].flatMap((id) => this.rows.get(id) ?? []);
    const stored = new Map<string, StoredArticle>();
    const missing: number[] = [];
    for (const { article, card } of wanted) {
      const known = this.#cache.get(article);
      if (known) stored.set(card.id, known);
      else missing.push(article);
    }
    for (let i = 0; i < missing.length; i += ARTICLES_AT_ONCE) {
      const rows = await this.connection.read<{ article: number; record: Uint8Array }>(
        'select article, record from pullquote.articles where article = any ($1::integer[])',
        [missing.slice(i, i + ARTICLES_AT_ONCE)],
      );
      for (const one of await this.#keep(rows)) stored.set(one.article.id, one);
    }
    const lost = wanted.find(({ card }) => !stored.has(card.id));
    if (lost) throw this.#gone(lost.card.id);
    return shelfOf((id) => stored.get(id), this.termWeights);
  }

  async *articlesWith(strings: readonly string[]): AsyncGenerator<StoredArticle> {
    const patterns = strings.map((one) => `%${escapeLike(searchedText(one))}%`);
    const all = [...this.rows.values()];
    for (let i = 0; i < all.length; i += ARTICLES_AT_ONCE) {
      const some = all.slice(i, i + ARTICLES_AT_ONCE);
      const rows = await this.connection.read<{ article: number; record: Uint8Array }>(
        `select article, record from pullquote.articles
         where article = any ($1::integer[]) and searched like all ($2::text[])`,
        [some.map(({ article }) => article), patterns],
      );
      const found = new Map(rows.map(({ article, record }) => [article, record]));
      for (const { article, card } of some) {
        const record = found.get(article);
        if (!record) continue;
        const stored = await decodeRecord(card, record);
        const composed = stored.article.text.normalize('NFC');
        if (strings.every((one) => composed.includes(one))) yield stored;
      }
    }
  }

  headings(): Promise<ReadonlyMap<string, readonly string[]>> {
    this.#headings ??= this.#readHeadings().catch((error) => {
      this.#headings = undefined;
      throw error;
    });
    return this.#headings;
  }

  async searchVectors(
    vector: Float32Array,
    k: number,
    articleIds?: readonly string[],
  ): Promise<Hit[]> {
    checkQueryVector(vector, this.manifest.model);
    const { dimensions } = this.manifest.model;
    await this.#counted();
    const within = this.#numbersOf(articleIds);
    if (this.rows.size === 0 || within?.length === 0 || k === 0) return [];
    const all = this.#vectorsIn(within);
    const text = toVectorText(vector);
    if (all <= MAX_COMPARED) {
      const searched = within ?? [...this.#byNumber.keys()];
      return this.#hits(exactVectorSearch(dimensions), (known) => [known, searched, text, k]);
    }
    for (let windows = k * WINDOWS_A_PASSAGE; ; windows *= 4) {
      const hits = await this.#hits(vectorSearch(dimensions), (known) => [
        ...[this.number, known, within],
        ...[text, windows, k],
      ]);
      if (hits.length >= k || windows >= all) return hits;
    }
  }

  async searchKeywords(query: string, k: number, articleIds?: readonly string[]): Promise<Hit[]> {
    await this.#counted();
    const within = this.#numbersOf(articleIds);
    const terms = this.#termsOf(query);
    const weights = new Map(terms.map((term) => [term, this.#idf(term)]));
    const held = [...weights].filter(([term]) => this.statistics.having(term) > 0);
    if (held.length === 0 || within?.length === 0 || k === 0) return [];
    const pairs = pairsOf(terms, weights);
    const { passages, length } = this.statistics;
    return this.#hits(KEYWORD_SEARCH, (known) => [
      this.number,
      known,
      within,
      held.map(([term]) => term),
      held.map(([, idf]) => idf * (K1 + 1)),
      K1 * (1 - B),
      (K1 * B * passages) / length,
      pairs.map(({ first }) => first),
      pairs.map(({ second }) => second),
      pairs.map(({ weight }) => PAIR_WEIGHT * weight * (K1 + 1)),
      Math.max(k, PAIR_CANDIDATES),
      k,
    ]);
  }

  readonly termWeights = (text: string): ReadonlyMap<string, number> =>
    new Map(this.#termsOf(text).map((term) => [term, this.#idf(term)]));

  async vectorsOf(
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Float32Array[]>> {
    const found = new Map<string, readonly Float32Array[]>();
    const table = `pullquote.vectors_${this.manifest.model.dimensions}`;
    const names = new Map(
      textHashes.map((textHash) => [hashBytesOf(textHash).toString('hex'), textHash]),
    );
    const hashes = [...names.keys()];
    for (let i = 0; i < hashes.length; i += HASHES_AT_ONCE) {
      const rows = await this.connection.read<{ text_hash: string; embeddings: string[] }>(
        `select one.text_hash, array_agg(v.embedding::text order by v.piece) as embeddings
         from (
           select distinct on (p.text_hash) p.text_hash, p.article, p.paragraph
           from pullquote.passages p
           join pullquote.articles a on a.article = p.article and a.model = $2
           where p.text_hash = any ($1::text[])
           -- Also what a writer left that was killed, but rather what this generation has.
           order by p.text_hash, (a.born <= $3 and (a.died is null or a.died > $3)) desc,
             p.article, p.paragraph
         ) as one
         join ${table} v on v.article = one.article and v.paragraph = one.paragraph
         group by one.text_hash`,
        [hashes.slice(i, i + HASHES_AT_ONCE), modelKey(this.manifest.model), this.number],
      );
      for (const { text_hash, embeddings } of rows) {
        const textHash = names.get(text_hash);
        if (textHash !== undefined) found.set(textHash, embeddings.map(fromVectorText));
      }
    }
    return found;
  }

  async holdingTexts(texts: ReadonlyMap<string, readonly string[]>): Promise<ReadonlySet<string>> {
    const holding = new Set<string>();
    const rows = [...texts.keys()].flatMap((id) => this.rows.get(id) ?? []);
    for (let i = 0; i < rows.length; i += ARTICLES_AT_ONCE) {
      const stored = await this.connection.read<{ article: number; hashes: string[] }>(
        `select article, array_agg(text_hash order by paragraph) as hashes
         from pullquote.passages where article = any ($1::integer[]) group by article`,
        [rows.slice(i, i + ARTICLES_AT_ONCE).map(({ article }) => article)],
      );
      for (const { article, hashes } of stored) {
        const id = this.#byNumber.get(article)?.row.card.id ?? '';
        const asked = texts.get(id)?.map((hash) => hashBytesOf(hash).toString('hex'));
        if (asked?.join() === hashes.join()) holding.add(id);
      }
    }
    return holding;
  }

  /** Counts the terms of a part; of a whole generation they are known. */
  async #counted(): Promise<void> {
    if (this.#within === undefined) return;
    this.#counting ??= this.#count(this.#within).catch((error) => {
      this.#counting = undefined;
      throw error;
    });
    await this.#counting;
  }

  async #count(within: readonly number[]): Promise<void> {
    const rows = await this.connection.read<{ term: string | null; having: number }>(
      `with own as (
         select article, paragraph, terms from pullquote.passages
         where article = any ($1::integer[])
       )
       select null as term, coalesce(sum(cardinality(terms)), 0)::integer as having from own
       union all
       select term, count(*)::integer
       from (select distinct article, paragraph, unnest(terms) as term from own) as each
       group by term`,
      [within],
    );
    const length = rows.find(({ term }) => term === null)?.having ?? 0;
    this.#statistics = TermStatistics.of(
      { passages: this.manifest.passages, length },
      rows.flatMap(({ term, having }) => (term === null ? [] : [[term, having] as const])),
    );
  }

  #termsOf(text: string): string[] {
    return queryTerms(text, this.#languages, (term) => this.statistics.having(term) > 0);
  }

  /** Lucene's: ln(1 + (N - n + 0.5) / (n + 0.5)). */
  #idf(term: string): number {
    const having = this.statistics.having(term);
    return Math.log(1 + (this.statistics.passages - having + 0.5) / (having + 0.5));
  }

  #numbersOf(articleIds: readonly string[] | undefined): readonly number[] | null {
    if (!articleIds) return this.#within ?? null;
    return [...new Set(articleIds)].flatMap((id) => this.rows.get(id)?.article ?? []);
  }

  #vectorsIn(within: readonly number[] | null): number {
    if (within === null) return this.manifest.vectors;
    return within.reduce((sum, one) => sum + (this.#byNumber.get(one)?.row.vectors ?? 0), 0);
  }

  async #readHeadings(): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.connection.read<{ article: number; headings: string[] }>(
      'select article, headings from pullquote.articles where article = any ($1::integer[])',
      [[...this.#byNumber.keys()]],
    );
    return new Map(
      rows.flatMap(({ article, headings }) => {
        const id = this.#byNumber.get(article)?.row.card.id;
        return id === undefined ? [] : [[id, headings] as const];
      }),
    );
  }

  /**
   * The hits of a search with their articles, in one round trip: best first, equals by their place
   * in the corpus.
   *
   * @param params given the articles that the server need not send
   */
  async #hits(sql: string, params: (known: number[]) => unknown[]): Promise<Hit[]> {
    const stored = this.#cache.all();
    const rows = await this.connection.read<HitRow>(sql, params([...stored.keys()]));
    const came = rows.flatMap(({ article, record }) => (record ? [{ article, record }] : []));
    const kept = await this.#keep(came);
    for (const [i, { article }] of came.entries()) stored.set(article, kept[i] as StoredArticle);
    return rows
      .flatMap(({ article, paragraph, score }) => {
        if (paragraph === null || score === null) return [];
        const at = this.#byNumber.get(article);
        const passage = stored.get(article)?.passages[paragraph - 1];
        if (!at || !passage) throw this.#gone(`${at?.row.card.id ?? article}#${paragraph}`);
        return [{ passage, score, place: at.place }];
      })
      .sort((a, b) => b.score - a.score || a.place - b.place || inOrder(a.passage, b.passage))
      .map(({ passage, score }) => ({ passage, score }));
  }

  async #keep(rows: readonly { article: number; record: Uint8Array }[]): Promise<StoredArticle[]> {
    return Promise.all(
      rows.map(({ article, record }) => {
        const card = this.#byNumber.get(article)?.row.card;
        if (!card) throw this.#gone(String(article));
        return this.#cache.add(article, card, record);
      }),
    );
  }

  /** A generation that is long gone was cleaned away under a reader that held on to it. */
  #gone(what: string): IndexError {
    return new IndexError(
      'away',
      `The generation ${this.manifest.generation} of the index in ${this.connection.name} is gone (${what}).`,
    );
  }
}

interface HitRow extends Record<string, unknown> {
  article: number;
  paragraph: number | null;
  score: number | null;
  record: Uint8Array | null;
}

function inOrder(a: Passage, b: Passage): number {
  return a.paragraph - b.paragraph;
}

/** A text as it is looked through: composed, and without what a database cannot hold. */
export function searchedText(text: string): string {
  return text.normalize('NFC').toWellFormed().replaceAll('\0', '\ufffd');
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/gu, '\\$&');
}

interface Pair {
  first: string;
  second: string;
  weight: number;
}

/** Two terms side by side in a query, each once, and the idf of the rarer one. */
function pairsOf(terms: readonly string[], weights: ReadonlyMap<string, number>): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [i, second] of terms.entries()) {
    const first = terms[i - 1];
    if (first === undefined || first === second) continue;
    const weight = Math.min(weights.get(first) ?? 0, weights.get(second) ?? 0);
    pairs.set(`${first}\n${second}`, { first, second, weight });
  }
  return [...pairs.values()];
}
