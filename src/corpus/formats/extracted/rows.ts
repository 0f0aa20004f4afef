import { ArticleError } from '../../../errors.ts';
import { type ArticleFields, readFields } from '../../article-fields.ts';
import { writtenDate } from '../../calendar-date.ts';
import type { Draft } from '../../draft.ts';
import type { FileContent, Row } from '../format.ts';
import { parsePage } from '../html/parse-markup.ts';
import { textParagraphs } from '../text/paragraphs.ts';
import { clean } from './clean.ts';
import { addBlocks } from './dom-blocks.ts';
import { ExtractedText } from './extracted-text.ts';

/** More belong into several files: they are read, compared and written together. */
const MAX_ROWS = 20_000;

/**
 * The fields of an article in JSON or a table; capitals do not matter. The first name is what the
 * documentation says, the others are what exports use.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'headline'],
  authors: ['authors', 'author', 'byline', 'creator'],
  date: ['date', 'published', 'datepublished', 'published_at', 'publishedat', 'pubdate'],
  url: ['url', 'link'],
  tags: ['tags', 'keywords', 'categories'],
  language: ['language', 'lang'],
  text: ['text', 'body', 'content'],
};

const HTML = /<(?:p|div|br|h[1-6]|ul|ol|table|blockquote|figure|section)\b[^>]*>/i;

/** @throws ArticleError for too many */
export async function readRows(file: string, rows: readonly unknown[]): Promise<FileContent> {
  if (rows.length > MAX_ROWS) {
    throw new ArticleError(file, `has ${rows.length} rows, more than ${MAX_ROWS}; split it`);
  }
  const found: Row[] = [];
  for (const [index, value] of rows.entries()) {
    found.push({ number: index + 1, content: await readRow(file, value) });
  }
  return found;
}

/** An article from an object with its fields, or why it is none. */
export async function readRow(file: string, value: unknown): Promise<Row['content']> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { reason: 'is no object with fields such as "title" and "text"' };
  }
  const given = new Map(
    Object.entries(value).map(([name, field]) => [name.trim().toLowerCase(), field] as const),
  );
  const fields: Record<string, unknown> = {};
  for (const [field, names] of Object.entries(NAMES)) {
    const said = names
      .map((name) => given.get(name))
      .find((one) => one !== undefined && one !== null && one !== '');
    if (said !== undefined) fields[field] = typeof said === 'number' ? String(said) : said;
  }
  const { text, ...card } = fields;
  if (typeof text !== 'string' || text.trim() === '') {
    return { reason: 'has no text; it belongs into a field "text", "body" or "content"' };
  }
  if (typeof card.date === 'string') card.date = writtenDate(card.date.trim()) ?? card.date;
  return draftOf(file, readFields(card), text);
}

async function draftOf(file: string, fields: ArticleFields, written: string): Promise<Draft> {
  const extracted = new ExtractedText(fields.title);
  if (HTML.test(written)) {
    const page = await parsePage(file, written);
    addBlocks(page.body ?? page.documentElement, extracted);
  } else {
    for (const paragraph of textParagraphs(clean(written))) extracted.paragraph(paragraph);
  }
  return { ...fields, text: extracted.text, blocks: extracted.blocks };
}
