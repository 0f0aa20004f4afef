import { isDeepStrictEqual, promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { Article, Passage, Sentence } from '../passage.ts';
import { Turns } from '../runtime/event-loop.ts';
import type { EmbeddedArticle, EmbeddedPassage } from './types.ts';

export type StoredPassage = Omit<EmbeddedPassage, 'vectors'>;

export interface StoredArticle {
  article: Article;
  passages: StoredPassage[];
}

const offset = z.int().min(0);

/** What follows from the article's text and the offsets is not stored. */
const passageRecord = z.strictObject({
  start: offset,
  end: offset,
  hash: z.string(),
  headings: z.array(z.string()).optional(),
  /** `start`, `end` of each sentence, counted from the start of the passage. */
  sentences: z.array(offset),
  plain: z.string().optional(),
  page: z.int().min(1).optional(),
  /** By number of the sentence. */
  plainSentences: z.record(z.string(), z.string()).optional(),
});
type PassageRecord = z.infer<typeof passageRecord>;

const articleCard = z.strictObject({
  id: z.string(),
  file: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  date: z.string().nullable(),
  url: z.string().nullable(),
  tags: z.array(z.string()),
  language: z.string().nullable(),
  text: z.string(),
});
/** Passages are looked at one by one: an article may have very many. */
const articleRecord = articleCard.extend({ passages: z.array(z.unknown()) });

/**
 * An article as one line of JSON, so that no string has the size of the corpus.
 *
 * @throws TypeError, RangeError or ZodError for an article that would not be read back as it is.
 */
export async function encodeArticle({ article, passages }: EmbeddedArticle): Promise<Buffer> {
  const turns = new Turns();
  const records: PassageRecord[] = [];
  for (const [i, { passage, textHash }] of passages.entries()) {
    const record = recordOf({ passage, textHash });
    if (!isDeepStrictEqual(readPassage(article, i + 1, record), { passage, textHash })) {
      throw misfit(article);
    }
    records.push(record);
    if (turns.isOver) await turns.next();
  }
  if (!isDeepStrictEqual(articleCard.parse(article), article)) throw misfit(article);
  return Buffer.from(`${JSON.stringify({ ...article, passages: records })}\n`);
}

const misfit = ({ id }: Article) => new TypeError(`The passages of ${id} do not fit its text.`);

/** The lines of {@link encodeArticle} as a file. */
export function compressArticles(lines: readonly Buffer[]): Promise<Buffer> {
  return promisify(gzip)(Buffer.concat(lines));
}

function recordOf({ passage, textHash }: StoredPassage): PassageRecord {
  const { start, text, sentences } = passage;
  const plainSentences = sentences.flatMap((sentence, i) =>
    sentence.plain === text.slice(sentence.start - start, sentence.end - start)
      ? []
      : [[i, sentence.plain] as const],
  );
  return {
    start,
    end: passage.end,
    hash: textHash,
    ...(passage.headings.length > 0 && { headings: passage.headings }),
    sentences: sentences.flatMap((sentence) => [sentence.start - start, sentence.end - start]),
    ...(passage.plain !== text && { plain: passage.plain }),
    ...(passage.page !== undefined && { page: passage.page }),
    ...(plainSentences.length > 0 && { plainSentences: Object.fromEntries(plainSentences) }),
  };
}

/** @throws Error when the content is not what {@link compressArticles} writes. */
export async function decodeArticles(content: Buffer): Promise<StoredArticle[]> {
  const lines = await promisify(gunzip)(content);
  const turns = new Turns();
  const articles: StoredArticle[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf('\n', start);
    const line: unknown = JSON.parse(lines.toString('utf8', start, end));
    const { passages: records, ...article } = articleRecord.parse(line);
    const passages: StoredPassage[] = [];
    for (const record of records) {
      passages.push(readPassage(article, passages.length + 1, record));
      if (turns.isOver) await turns.next();
    }
    articles.push({ article, passages });
    start = end + 1;
  }
  return articles;
}

function readPassage(article: Article, paragraph: number, value: unknown): StoredPassage {
  const record = passageRecord.parse(value);
  const { start, end } = record;
  const text = article.text.slice(start, end);
  if (text.length !== end - start) throw new RangeError(`${article.id}: passage out of its text`);
  const passage: Passage = {
    id: `${article.id}#${paragraph}`,
    articleId: article.id,
    paragraph,
    start,
    end,
    text,
    plain: record.plain ?? text,
    headings: record.headings ?? [],
    sentences: readSentences(article.text, record),
    ...(record.page !== undefined && { page: record.page }),
  };
  return { passage, textHash: record.hash };
}

function readSentences(text: string, record: PassageRecord): Sentence[] {
  const sentences: Sentence[] = [];
  let last = record.start;
  for (let i = 0; i < record.sentences.length; i += 2) {
    const start = record.start + (record.sentences[i] ?? Number.NaN);
    const end = record.start + (record.sentences[i + 1] ?? Number.NaN);
    if (!(last <= start && start <= end && end <= record.end)) {
      throw new RangeError('sentence out of its passage');
    }
    last = end;
    const plain = record.plainSentences?.[i / 2] ?? text.slice(start, end);
    sentences.push({ start, end, plain });
  }
  return sentences;
}
