import { inflateRawSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { ArticleCard } from '../passage.ts';
import { type ArticleColumns, articleCards, articleColumnsOf } from './article-codec.ts';
import { type ArticleRecord, articleOf } from './article-record.ts';
import type { PassageRange } from './places.ts';
import { HASH_BYTES, hashBytesOf } from './text-hash.ts';
import type { StoredArticle } from './types.ts';

/** Characters of the articles that are kept as they were last read. */
const KEPT_CHARACTERS = 4_000_000;

/** The articles of a segment: compressed in memory, and read when something of them is wanted. */
export class ArticleTable {
  readonly cards: readonly ArticleCard[];
  readonly #columns: ArticleColumns;
  readonly #read = new LRUCache<number, StoredArticle>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: ({ article }) => article.text.length + 1,
  });

  /** @throws Error when the content is not what `encodeArticles` makes. */
  constructor(content: Buffer) {
    this.#columns = articleColumnsOf(content);
    const cards: unknown = JSON.parse(inflateRawSync(this.#columns.cards).toString());
    this.cards = articleCards.parse(cards);
    if (this.cards.length !== this.#columns.recordEnds.length) {
      throw new TypeError('not as many cards as articles');
    }
  }

  /** Number of passages. */
  get size(): number {
    return this.#columns.byHash.length;
  }

  rangeOf(article: number): PassageRange {
    const { passageEnds } = this.#columns;
    return { first: passageEnds[article - 1] ?? 0, last: passageEnds[article] ?? 0 };
  }

  /** The number of the article that a passage belongs to. */
  articleOf(passage: number): number {
    const { passageEnds } = this.#columns;
    let [low, high] = [0, passageEnds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((passageEnds[middle] ?? 0) <= passage) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  read(article: number): StoredArticle {
    let stored = this.#read.get(article);
    if (stored === undefined) {
      stored = this.#decode(article);
      this.#read.set(article, stored);
    }
    return stored;
  }

  /** The hash of a passage's text, in hex. */
  hashOf(passage: number): string {
    return this.#hashOf(passage).toString('hex');
  }

  /** The passages whose text has this hash. */
  *withHash(textHash: string): Generator<number> {
    const sought = hashBytesOf(textHash);
    const { byHash } = this.#columns;
    let [low, high] = [0, byHash.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#hashOf(byHash[middle] ?? 0).compare(sought) < 0) low = middle + 1;
      else high = middle;
    }
    for (; low < byHash.length && this.#hashOf(byHash[low] ?? 0).equals(sought); low++) {
      yield byHash[low] ?? 0;
    }
  }

  #hashOf(passage: number): Buffer {
    const { hashes } = this.#columns;
    return hashes.subarray(passage * HASH_BYTES, (passage + 1) * HASH_BYTES);
  }

  /** The file's checksum says that this is what was written, so it is not looked at again. */
  #decode(article: number): StoredArticle {
    const { records, recordEnds } = this.#columns;
    const card = this.cards[article];
    if (!card) throw new RangeError(`There is no article ${article}.`);
    const bytes = records.subarray(recordEnds[article - 1] ?? 0, recordEnds[article]);
    return articleOf(card, JSON.parse(inflateRawSync(bytes).toString()) as ArticleRecord);
  }
}
