import { isDeepStrictEqual, promisify } from 'node:util';
import { deflateRaw, deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Article, ArticleCard } from '../passage.ts';
import { Turns } from '../runtime/event-loop.ts';
import { type ArticleRecord, passageOf, recordOfPassage } from './article-record.ts';
import { ColumnReader } from './column-reader.ts';
import { HASH_BYTES, hashBytesOf } from './text-hash.ts';
import type { EmbeddedArticle } from './types.ts';

/** "PQA" and the number of the layout; in another byte order it reads as another number. */
const MAGIC = 0x50514102;
const HEADER_NUMBERS = 4;

const articleCard = z.strictObject({
  id: z.string(),
  file: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  date: z.string().nullable(),
  url: z.string().nullable(),
  tags: z.array(z.string()),
  language: z.string().nullable(),
});
export const articleCards = z.array(articleCard);

/** An article ready to be stored. */
export interface EncodedArticle {
  card: ArticleCard;
  /** {@link ArticleRecord} as compressed JSON: by itself, so that it is read by itself. */
  record: Buffer;
  /** The hash of each passage's text. */
  hashes: Buffer[];
}

/** @throws TypeError, RangeError or ZodError for an article that would not be read back as it is. */
export async function encodeArticle({
  article,
  passages,
}: EmbeddedArticle): Promise<EncodedArticle> {
  const turns = new Turns();
  const { text, ...given } = article;
  const record: ArticleRecord = { text, passages: [] };
  for (const [i, { passage }] of passages.entries()) {
    const own = recordOfPassage(passage);
    if (!isDeepStrictEqual(passageOf(article.id, text, i + 1, own), passage)) throw misfit(article);
    record.passages.push(own);
    if (turns.isOver) await turns.next();
  }
  const card = articleCard.parse(given);
  if (!isDeepStrictEqual({ ...card, text }, { ...article })) throw misfit(article);
  const json = Buffer.from(JSON.stringify(record));
  return {
    card,
    // Most are compressed sooner than a thread would be asked.
    record: json.length < LARGE ? deflateRawSync(json) : await promisify(deflateRaw)(json),
    hashes: passages.map(({ textHash }) => hashBytesOf(textHash)),
  };
}

/** In bytes: what takes more than a few milliseconds to be compressed. */
const LARGE = 100_000;

const misfit = ({ id }: Article) => new TypeError(`The passages of ${id} do not fit its text.`);

/** A file of articles as it lies in memory. */
export interface ArticleColumns {
  /** By article: where its record ends, and its last passage is, in order. */
  recordEnds: Uint32Array;
  passageEnds: Uint32Array;
  /** The passages in the order of their hashes. */
  byHash: Uint32Array;
  /** By passage. */
  hashes: Buffer;
  /** Compressed JSON of the cards. */
  cards: Buffer;
  records: Buffer;
}

export async function encodeArticles(articles: readonly EncodedArticle[]): Promise<Buffer> {
  const cards = await promisify(deflateRaw)(JSON.stringify(articles.map(({ card }) => card)));
  const hashes = articles.flatMap((article) => article.hashes);
  const recordEnds = new Uint32Array(articles.length);
  const passageEnds = new Uint32Array(articles.length);
  let [records, passages] = [0, 0];
  for (const [i, article] of articles.entries()) {
    records += article.record.length;
    passages += article.hashes.length;
    recordEnds[i] = records;
    passageEnds[i] = passages;
  }
  const order = hashes.map((hash, passage) => ({ hash, passage }));
  order.sort((a, b) => Buffer.compare(a.hash, b.hash));
  const byHash = Uint32Array.from(order, ({ passage }) => passage);
  const header = Uint32Array.of(MAGIC, articles.length, passages, cards.length);
  return Buffer.concat([
    ...[header, recordEnds, passageEnds, byHash].map((column) => Buffer.from(column.buffer)),
    ...hashes,
    cards,
    ...articles.map(({ record }) => record),
  ]);
}

/**
 * @param content begins at a multiple of 4 in its memory
 * @throws TypeError or RangeError when it is not what {@link encodeArticles} makes.
 */
export function articleColumnsOf(content: Buffer): ArticleColumns {
  const reader = new ColumnReader(content);
  const [magic, articles = 0, passages = 0, cards = 0] = reader.numbers(HEADER_NUMBERS);
  if (magic !== MAGIC) throw new TypeError('not a file of articles');
  const columns = {
    recordEnds: reader.numbers(articles),
    passageEnds: reader.numbers(articles),
    byHash: reader.numbers(passages),
    hashes: reader.bytes(HASH_BYTES * passages),
    cards: reader.bytes(cards),
    records: reader.bytes(reader.left),
  };
  if (columns.records.length !== (columns.recordEnds.at(-1) ?? 0)) {
    throw new TypeError('not a file of articles');
  }
  return columns;
}
