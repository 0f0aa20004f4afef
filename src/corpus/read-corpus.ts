import { availableParallelism } from 'node:os';
import { ArticleError, CorpusError } from '../errors.ts';
import { readArticleFile } from './article-bytes.ts';
import { type ArticleFile, type ArticleWarning, listArticleFiles } from './article-files.ts';
import { ArticleParser } from './article-parser.ts';
import { mapConcurrently } from './concurrently.ts';
import {
  combineFingerprints,
  DEFAULT_ARTICLE_TIMEOUT_MS,
  type Fingerprint,
  type ReadLimits,
} from './corpus-hash.ts';
import { distinctArticles } from './distinct-articles.ts';
import { endingsInWords } from './formats/index.ts';
import type { ParsedArticle } from './parse-article.ts';
import type { FileReading } from './parse-file.ts';

export interface Corpus {
  /** Sorted by path, those of one file in its order. */
  articles: ParsedArticle[];
  /** Why files were left out, sorted by path. */
  skipped: ArticleError[];
  /** What was left out of articles that are in, and folders that were not looked at. */
  warnings: ArticleWarning[];
  /** sha256 over the paths and bytes of all article files, those left out too, in hex. */
  hash: string;
}

export interface ReadOptions extends ReadLimits {
  /** Ends the reading. */
  signal?: AbortSignal;
}

/** A process takes as long to start as this many files of usual size take to be parsed. */
const FILES_WORTH_A_PROCESS = 100;
/** Beside these the models and the bot have work to do. */
const MAX_PROCESSES = 4;

/**
 * Reads all articles of a folder ({@link listArticleFiles} says which files count), in processes
 * of their own. A file that cannot be used, for whatever reason, is left out and named in `skipped`.
 *
 * @throws CorpusError if the folder is missing, is none, has no article file or no usable one; the
 * signal's reason when it is aborted
 */
export async function readCorpus(dir: string, options: ReadOptions): Promise<Corpus> {
  options.signal?.throwIfAborted();
  const { files, warnings } = await listArticleFiles(dir);
  if (files.length === 0) {
    throw new CorpusError(
      `The corpus folder ${dir} has no article; put ${endingsInWords()} files into it`,
    );
  }

  const read = await readFiles(files, options);
  // What tells languages takes a third of a second to load; a question to an index that is up to
  // date needs none of it.
  const { withLanguage } = await import('./language.ts');
  const found: ParsedArticle[] = [];
  const skipped: ArticleError[] = [];
  for (const { outcome } of read) {
    if (outcome instanceof ArticleError) {
      skipped.push(outcome);
      continue;
    }
    for (const { file, reason } of outcome.unusable) skipped.push(new ArticleError(file, reason));
    found.push(...outcome.articles.map(withLanguage));
    warnings.push(...outcome.warnings);
  }
  const { distinct: articles, skipped: doubles } = distinctArticles(found);
  skipped.push(...doubles);
  skipped.sort((a, b) => (a.file < b.file ? -1 : 1));
  if (articles.length === 0) {
    const more = skipped.length > 1 ? ` (and ${skipped.length - 1} more)` : '';
    throw new CorpusError(
      `No article in ${dir} can be used: ${skipped[0]?.message}${more}; see to these files`,
    );
  }
  const fingerprints = read.map(({ fingerprint }) => fingerprint);
  return { articles, skipped, warnings, hash: combineFingerprints(fingerprints, options) };
}

interface FileRead {
  fingerprint: Fingerprint;
  outcome: FileReading | ArticleError;
}

async function readFiles(files: readonly ArticleFile[], options: ReadOptions): Promise<FileRead[]> {
  const { maxArticleBytes, articleTimeoutMs = DEFAULT_ARTICLE_TIMEOUT_MS } = options;
  const ending = new AbortController();
  const signal = options.signal ? AbortSignal.any([ending.signal, options.signal]) : ending.signal;
  const parsers = Array.from(
    { length: processesFor(files.length) },
    () => new ArticleParser(articleTimeoutMs, signal),
  );
  try {
    return await mapConcurrently(files, parsers.length, async (listed, lane) => {
      const { digest, content } = await readArticleFile(listed, maxArticleBytes);
      const fingerprint = [listed.file, digest] as const;
      if (content instanceof ArticleError) return { fingerprint, outcome: content };
      const parser = parsers[lane] as ArticleParser;
      const outcome = await parser
        .parse({ file: listed.file, bytes: content })
        .catch((error: unknown) => {
          if (error instanceof ArticleError) return error;
          throw error;
        });
      return { fingerprint, outcome };
    });
  } finally {
    ending.abort();
  }
}

function processesFor(files: number): number {
  const useful = Math.ceil(files / FILES_WORTH_A_PROCESS);
  return Math.min(useful, MAX_PROCESSES, availableParallelism());
}
