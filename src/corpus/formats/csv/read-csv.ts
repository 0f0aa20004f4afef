import { ArticleError } from '../../../errors.ts';
import { decodeArticle } from '../../decode.ts';
import { clipped } from '../../draft.ts';
import { readRows } from '../extracted/rows.ts';
import type { FileContent } from '../format.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads an article from each row of a table, whose first row names the columns. What parts the
 * columns is told by that row: a comma, a semicolon, a tab or a bar.
 *
 * @throws ArticleError for a table that is broken, has no column for the text, or too many rows
 */
export async function readCsv(file: string, bytes: Buffer): Promise<FileContent> {
  const { parse } = await import('csv-parse/sync');
  const text = decodeArticle(file, bytes);
  const header = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  if (!/(?:^|\W)(?:text|body|content)(?:\W|$)/i.test(header)) {
    throw new ArticleError(file, 'has no column "text", "body" or "content" in its first row');
  }
  try {
    const rows: unknown[] = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: delimiterOf(header),
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return await readRows(file, rows);
  } catch (cause) {
    if (cause instanceof ArticleError) throw cause;
    const message = clipped((cause as Error).message.replace(/\s+/g, ' '), 150);
    throw new ArticleError(file, `is a broken table: ${message}`, { cause });
  }
}

function delimiterOf(header: string): string {
  const times = (delimiter: string) => header.split(delimiter).length;
  return [...DELIMITERS].sort((a, b) => times(b) - times(a))[0] as string;
}
