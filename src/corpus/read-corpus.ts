import { ArticleError, CorpusError } from '../errors.ts';
import { type ArticleWarning, articleId, listArticleFiles } from './article-files.ts';
import { combineFingerprints, type ReadLimits } from './corpus-hash.ts';
import { distinctArticles } from './distinct-articles.ts';
import { endingsInWords } from './formats/index.ts';
import type { KeptArticle, KnownFile } from './known-files.ts';
import type { ParsedArticle } from './parse-article.ts';
import { readFiles } from './read-files.ts';

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

/** A corpus of which only the files were read that have changed. */
export interface ChangedCorpus extends Omit<Corpus, 'articles'> {
  /** In the order of {@link Corpus.articles}. */
  articles: (ParsedArticle | KeptArticle)[];
  /** What is known now of the files that could be read. */
  files: KnownFile[];
}

export interface ReadOptions extends ReadLimits {
  /** Ends the reading. */
  signal?: AbortSignal;
}

/**
 * Reads all articles of a folder ({@link listArticleFiles} says which files count), in processes
 * of their own. A file that cannot be used, for whatever reason, is left out and named in `skipped`.
 *
 * @throws CorpusError if the folder is missing, is none, has no article file or no usable one; the
 * signal's reason when it is aborted
 */
export async function readCorpus(dir: string, options: ReadOptions): Promise<Corpus> {
  const { files: _, ...corpus } = await readChangedCorpus(dir, options, Promise.resolve(new Map()));
  return { ...corpus, articles: corpus.articles.filter((article) => 'passages' in article) };
}

/**
 * Reads the articles of a folder as {@link readCorpus} does, but for those of files that are known.
 *
 * @param known files by name; one whose content has changed since is read
 * @throws as {@link readCorpus} does
 */
export async function readChangedCorpus(
  dir: string,
  options: ReadOptions,
  known: Promise<ReadonlyMap<string, KnownFile>>,
): Promise<ChangedCorpus> {
  options.signal?.throwIfAborted();
  const { files, warnings } = await listArticleFiles(dir);
  if (files.length === 0) {
    throw new CorpusError(
      `The corpus folder ${dir} has no article; put ${endingsInWords()} files into it`,
    );
  }

  const read = await readFiles(files, options, known);
  const found: ChangedCorpus['articles'] = [];
  const skipped: ArticleError[] = [];
  const readable: KnownFile[] = [];
  for (const { outcome } of read) {
    if (outcome instanceof ArticleError) {
      skipped.push(outcome);
      continue;
    }
    const { known } = outcome;
    for (const { file, reason } of known.unusable) skipped.push(new ArticleError(file, reason));
    warnings.push(...known.warnings);
    for (const article of outcome.articles ?? known.articles.map(keptArticle)) {
      found.push(article);
    }
    readable.push(known);
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
  const hash = combineFingerprints(fingerprints, options);
  // One that gives way to another file is read anew: its articles are not in the index.
  const giveWay = new Set(doubles.map(({ file }) => file));
  const whole = readable.filter(({ file }) => !giveWay.has(file));
  return { articles, skipped, warnings, hash, files: whole };
}

const keptArticle = (file: string): KeptArticle => ({ id: articleId(file), file });
