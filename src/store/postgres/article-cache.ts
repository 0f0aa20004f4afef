import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { ArticleCard } from '../../passage.ts';
import { type ArticleRecord, articleOf } from '../article-record.ts';
import type { StoredArticle } from '../types.ts';

/** Characters of the articles that are kept as they were last read. */
const KEPT_CHARACTERS = 4_000_000;

/**
 * Articles that were read from the server, by the number of their row. A row never changes, so they
 * stay true over all generations.
 */
export class ArticleCache {
  readonly #kept = new LRUCache<number, StoredArticle>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: ({ article }) => article.text.length + 1,
  });

  get(article: number): StoredArticle | undefined {
    return this.#kept.get(article);
  }

  /** What is kept at this moment, and stays so for the caller. */
  all(): Map<number, StoredArticle> {
    return new Map(this.#kept.entries());
  }

  /** Takes what is stored of an article, and keeps it for a while. */
  async add(article: number, card: ArticleCard, record: Uint8Array): Promise<StoredArticle> {
    const stored = await decodeRecord(card, record);
    this.#kept.set(article, stored);
    return stored;
  }
}

export async function decodeRecord(card: ArticleCard, record: Uint8Array): Promise<StoredArticle> {
  // The server keeps what the program wrote; a record that is none gives passages out of their text.
  const json = JSON.parse((await promisify(inflateRaw)(record)).toString()) as ArticleRecord;
  return articleOf(card, json);
}
