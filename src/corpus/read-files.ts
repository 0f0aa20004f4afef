import { lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ArticleError } from '../errors.ts';
import { Turns } from '../runtime/event-loop.ts';
import { readArticleFile } from './article-bytes.ts';
import type { ArticleFile } from './article-files.ts';
import { ArticleParser } from './article-parser.ts';
import { mapConcurrently } from './concurrently.ts';
import { DEFAULT_ARTICLE_TIMEOUT_MS, type Fingerprint } from './corpus-hash.ts';
import { stampOf } from './file-stamp.ts';
import type { KnownFile } from './known-files.ts';
import type { ParsedArticle } from './parse-article.ts';
import type { FileReading } from './parse-file.ts';
import type { ReadOptions } from './read-corpus.ts';

export interface FileRead {
  fingerprint: Fingerprint;
  /** What was found in it, and its articles where it had to be parsed; or why it is left out. */
  outcome: { known: KnownFile; articles?: ParsedArticle[] } | ArticleError;
}

/** A file with its content, which is to be parsed. */
interface Unparsed {
  digest: string;
  stamp: string | null;
  bytes: Buffer;
}

/** A process takes as long to start as this many files of usual size take to be parsed. */
const FILES_WORTH_A_PROCESS = 100;
/** Beside these the models and the bot have work to do. */
const MAX_PROCESSES = 4;

/**
 * Reads files, and parses those whose content is not known.
 *
 * @param known by the name of the file; meanwhile a process to parse files is started
 * @returns in the order of the files
 */
export function readFiles(
  files: readonly ArticleFile[],
  options: ReadOptions,
  known: Promise<ReadonlyMap<string, KnownFile>>,
): Promise<FileRead[]> {
  const { maxArticleBytes } = options;
  return withParsers(options, async (parse) => {
    const before = await known;
    const turns = new Turns();
    const isSame: boolean[] = [];
    for (const { file, path } of files) {
      isSame.push(isUnchanged(path, before.get(file), maxArticleBytes));
      if (turns.isOver) await turns.next();
    }
    const entries = files.map((listed, index) => ({ listed, index }));
    const lanes = processesFor(isSame.filter((same) => !same).length);
    return mapConcurrently(entries, lanes, async ({ listed, index }, lane) => {
      const own = before.get(listed.file);
      if (own && isSame[index]) return readBefore(own);
      const { digest, content, stamp } = await readArticleFile(listed, maxArticleBytes);
      if (content instanceof ArticleError) {
        return { fingerprint: [listed.file, digest], outcome: content };
      }
      if (own?.digest === digest) return readBefore({ ...own, stamp });
      return parse(listed.file, { digest, stamp, bytes: content }, lane);
    });
  });
}

function readBefore(known: KnownFile): FileRead {
  return { fingerprint: [known.file, known.digest], outcome: { known } };
}

/** Not in another thread: to ask one takes ten times as long as to look. */
function isUnchanged(path: string, known: KnownFile | undefined, maxArticleBytes: number): boolean {
  if (!known?.stamp) return false;
  try {
    const stats = lstatSync(path);
    return stats.size <= maxArticleBytes && stampOf(stats) === known.stamp;
  } catch {
    // What is wrong with it is found when it is read.
    return false;
  }
}

type Parse = (file: string, unparsed: Unparsed, lane: number) => Promise<FileRead>;

async function withParsers(
  { articleTimeoutMs = DEFAULT_ARTICLE_TIMEOUT_MS, ...options }: ReadOptions,
  work: (parse: Parse) => Promise<FileRead[]>,
): Promise<FileRead[]> {
  const ending = new AbortController();
  const signal = options.signal ? AbortSignal.any([ending.signal, options.signal]) : ending.signal;
  const parsers = Array.from(
    { length: MAX_PROCESSES },
    () => new ArticleParser(articleTimeoutMs, signal),
  );
  parsers[0]?.start();
  const parse: Parse = async (file, { digest, stamp, bytes }, lane) => {
    const fingerprint = [file, digest] as const;
    // What tells languages takes a third of a second to load, meanwhile; a question to an index
    // that is up to date needs none of it.
    const [outcome, { withLanguage }] = await Promise.all([
      (parsers[lane] as ArticleParser).parse({ file, bytes }).catch(asLeftOut),
      import('./language.ts'),
    ]);
    if (outcome instanceof ArticleError) return { fingerprint, outcome };
    const { warnings, unusable } = outcome;
    const articles = outcome.articles.map(withLanguage);
    const names = articles.map(({ article }) => article.file);
    const known = { file, digest, stamp, articles: names, warnings, unusable };
    return { fingerprint, outcome: { known, articles } };
  };
  try {
    return await work(parse);
  } finally {
    ending.abort();
  }
}

function asLeftOut(error: unknown): FileReading | ArticleError {
  if (error instanceof ArticleError) return error;
  throw error;
}

function processesFor(files: number): number {
  const useful = Math.max(1, Math.ceil(files / FILES_WORTH_A_PROCESS));
  return Math.min(useful, MAX_PROCESSES, availableParallelism());
}
