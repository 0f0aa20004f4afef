import { ArticleError } from '../errors.ts';
import type { ArticleWarning } from './article-files.ts';
import type { Draft } from './draft.ts';
import type { Row } from './formats/format.ts';
import { READERS } from './formats/readers.ts';
import {
  type ArticleReading,
  guarded,
  knownFormat,
  leftOut,
  type ParsedArticle,
  readText,
  toArticle,
} from './parse-article.ts';

/** What was found in one file of the corpus. */
export interface FileReading {
  articles: ParsedArticle[];
  /** Fields that were left out, by article. */
  warnings: ArticleWarning[];
  /** Rows without an article, named like articles (`news.csv#3`). */
  unusable: ArticleWarning[];
}

/** At most this many lines tell what one file's rows lack; the others are counted. */
const MAX_ROW_LINES = 5;

/**
 * Reads the articles of a file, of whatever format.
 *
 * @param file path below the corpus folder; its ending tells the format
 * @throws ArticleError if none can be used; ArticleFaultError if the program fails on it, in
 *   whatever way. Nothing else.
 */
export async function parseFile(file: string, bytes: Buffer): Promise<FileReading> {
  try {
    const format = knownFormat(file, bytes);
    if (format.kind === 'text') return alone(readText(format, file, bytes));
    const content = await READERS[format.id](file, bytes);
    return Array.isArray(content) ? rows(file, content) : alone(toArticle(file, content));
  } catch (cause) {
    throw leftOut(file, cause);
  }
}

function alone({ warnings, ...article }: ArticleReading): FileReading {
  const { file } = article.article;
  return {
    articles: [article],
    warnings: warnings.map((reason) => ({ file, reason })),
    unusable: [],
  };
}

function rows(file: string, found: readonly Row[]): FileReading {
  const articles: ParsedArticle[] = [];
  const warnings: ArticleWarning[] = [];
  const errors: ArticleError[] = [];
  for (const { number, content } of found) {
    const name = `${file}#${number}`;
    try {
      const reading = alone(rowArticle(name, content));
      articles.push(...reading.articles);
      warnings.push(...reading.warnings);
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error;
      errors.push(error);
    }
  }
  const [first] = errors;
  if (articles.length === 0) {
    throw new ArticleError(file, first ? `row ${rowOf(first)}: ${first.reason}` : 'has no row');
  }
  return {
    articles,
    warnings: summedUp(file, warnings),
    unusable: summedUp(file, errors),
  };
}

function rowArticle(name: string, content: Row['content']): ArticleReading {
  if ('reason' in content) throw new ArticleError(name, content.reason);
  return guarded(name, () => toArticle(name, content as Draft));
}

function summedUp(file: string, lines: readonly ArticleWarning[]): ArticleWarning[] {
  const named = lines.slice(0, MAX_ROW_LINES).map(({ file, reason }) => ({ file, reason }));
  const more = lines.length - named.length;
  return more > 0 ? [...named, { file, reason: `has ${more} more such rows` }] : named;
}

const rowOf = ({ file }: ArticleError) => file.slice(file.lastIndexOf('#') + 1);
