import { ArticleError } from '../../../errors.ts';
import { decodeArticle } from '../../decode.ts';
import { clipped } from '../../draft.ts';
import { readRow, readRows } from '../extracted/rows.ts';
import type { FileContent } from '../format.ts';

/**
 * Reads an object as one article, and a list of objects as one each.
 *
 * @throws ArticleError for what is no JSON, and for an object without a text
 */
export async function readJson(file: string, bytes: Buffer): Promise<FileContent> {
  const value = parsed(file, decodeArticle(file, bytes));
  if (Array.isArray(value)) return readRows(file, value);
  const content = await readRow(file, value);
  if ('reason' in content) throw new ArticleError(file, content.reason);
  return content;
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = clipped((cause as Error).message.replace(/\s+/g, ' '), 120);
    throw new ArticleError(file, `is no JSON (${message})`, { cause });
  }
}
