import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ArticleError, CorpusError } from '../errors.ts';
import { type ArticleFile, articleId, listArticleFiles, unreadable } from './article-files.ts';
import { combineFingerprints, type Fingerprint, fingerprintOf } from './corpus-hash.ts';
import type { ParsedArticle } from './parse-article.ts';

export interface Corpus {
  /** Sorted by path. */
  articles: ParsedArticle[];
  /** Why files were left out, sorted by path. */
  skipped: ArticleError[];
  /** sha256 over the paths and bytes of all article files, those left out too, in hex. */
  hash: string;
}

export interface ReadOptions {
  /** Larger files are left out; in bytes. */
  maxArticleBytes: number;
}

/**
 * Reads all articles of a folder ({@link listArticleFiles} says which files count). A file that
 * cannot be used is left out and named in `skipped`.
 *
 * @throws CorpusError if the folder is missing, is none, has no article file or no usable one, or
 * if two files give one article id
 */
export async function readCorpus(dir: string, options: ReadOptions): Promise<Corpus> {
  const files = await listArticleFiles(dir);
  if (files.length === 0) {
    throw new CorpusError(`The corpus folder ${dir} has no article; put .md or .txt files into it`);
  }
  checkIds(files);
  // Loaded late: a question to an index that is up to date needs no parser.
  const { parseArticle } = await import('./parse-article.ts');

  const articles: ParsedArticle[] = [];
  const skipped: ArticleError[] = [];
  const fingerprints: Fingerprint[] = [];
  for (const file of files) {
    try {
      const bytes = await bytesOf(file, options);
      fingerprints.push([file.file, createHash('sha256').update(bytes).digest('hex')]);
      articles.push(parseArticle(file.file, bytes));
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error;
      skipped.push(error);
      if (fingerprints.at(-1)?.[0] !== file.file) fingerprints.push(await fingerprintOf(file));
    }
  }
  if (articles.length === 0) {
    const more = skipped.length > 1 ? ` (and ${skipped.length - 1} more)` : '';
    throw new CorpusError(
      `No article in ${dir} can be used: ${skipped[0]?.message}${more}; see to these files`,
    );
  }
  return { articles, skipped, hash: combineFingerprints(fingerprints) };
}

function checkIds(files: readonly ArticleFile[]): void {
  const byId = new Map<string, string>();
  for (const { file } of files) {
    const id = articleId(file);
    const other = byId.get(id);
    if (other !== undefined) {
      throw new CorpusError(`${other} and ${file} give the same article id "${id}"; rename one`);
    }
    byId.set(id, file);
  }
}

async function bytesOf({ file, path, size, error }: ArticleFile, options: ReadOptions) {
  if (error) throw error;
  if (size > options.maxArticleBytes) {
    const [has, allowed] = [size, options.maxArticleBytes].map(megabytes);
    throw new ArticleError(
      file,
      `has ${has} MB, more than MAX_ARTICLE_MB=${allowed} allows; split it or raise MAX_ARTICLE_MB`,
    );
  }
  return readFile(path).catch((cause) => {
    throw unreadable(file, cause);
  });
}

/** A megabyte is 1,048,576 bytes here; rounded up, so that too much never reads as just enough. */
function megabytes(bytes: number): number {
  return Math.ceil((bytes / 2 ** 20) * 10) / 10;
}
