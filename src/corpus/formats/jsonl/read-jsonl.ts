import { decodeArticle } from '../../decode.ts';
import { readRows } from '../extracted/rows.ts';
import type { FileContent, Row } from '../format.ts';

/**
 * Reads an article from each line; empty lines count as rows no more than they do elsewhere.
 *
 * @throws ArticleError for too many
 */
export async function readJsonl(file: string, bytes: Buffer): Promise<FileContent> {
  const lines = decodeArticle(file, bytes)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  const content = await readRows(file, values);
  return Array.isArray(content) ? content.map((row, index) => named(row, values[index])) : content;
}

const NO_JSON = Symbol('no JSON');

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return NO_JSON;
  }
}

function named(row: Row, value: unknown): Row {
  return value === NO_JSON ? { ...row, content: { reason: 'is no JSON' } } : row;
}
