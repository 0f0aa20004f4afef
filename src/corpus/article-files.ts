import type { Dirent } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { ArticleError, CorpusError } from '../errors.ts';
import { INDEX_MARKER } from '../runtime/index-marker.ts';
import { formatOf } from './formats/index.ts';

/** A file that should hold an article, or something below the corpus folder that cannot be read. */
export interface ArticleFile {
  /** Path below the corpus folder, with forward slashes. */
  file: string;
  /** Its real path: no part of it is a link. */
  path: string;
  /** Why it cannot be read, where that is plain without opening it. */
  error: ArticleError | null;
}

/** Something that a person should know of, though nothing was left out because of it. */
export interface ArticleWarning {
  /** Path below the corpus folder. */
  file: string;
  /** Fits after `${file}: `. */
  reason: string;
}

export interface ArticleListing {
  /** Sorted by path. */
  files: ArticleFile[];
  /** Folders that were left out because they hold an index. */
  warnings: ArticleWarning[];
}

/** Questions about the articles, for `npm run evaluate`, may lie beside them: no articles. */
const QUESTIONS_FILE = 'questions.jsonl';

/** Whether a file of this name holds an article, wherever it lies below the corpus folder. */
export function isArticleName(name: string): boolean {
  return isArticleFile(name) && !isHidden(name);
}

function isArticleFile(file: string): boolean {
  return formatOf(file) !== undefined && basename(file) !== QUESTIONS_FILE;
}

/** Files and folders of such names are drafts and the like: not looked at. */
export function isHidden(name: string): boolean {
  return /^[._]/.test(name);
}

interface Walk extends ArticleListing {
  /** The real path of the corpus folder. */
  root: string;
  /** Real paths of all files and folders that were met. */
  seen: Set<string>;
  /** Links that were met and not followed yet. */
  links: { file: string; path: string }[];
}

/**
 * Lists the article files of a corpus folder. Every file with a format's ending is one, a
 * README.md too, unless its name or a folder's name begins with `.` or `_`. A link is followed when its real path
 * lies in the corpus folder and was not met before; folders that hold an index are left out.
 *
 * @throws CorpusError if the folder is missing, none, an index, or cannot be read
 */
export async function listArticleFiles(dir: string): Promise<ArticleListing> {
  const root = await realpath(dir).catch((cause) => {
    throw corpusUnreadable(dir, cause);
  });
  const walk: Walk = { root, seen: new Set(), links: [], files: [], warnings: [] };
  await walkFolder(walk, root, '').catch((cause) => {
    throw corpusUnreadable(dir, cause);
  });
  if (walk.warnings.some(({ file }) => file === '')) {
    throw new CorpusError(`The corpus folder ${dir} holds an index; set CORPUS_DIR to another`);
  }
  // What is there in its own right is met first: a link to it adds nothing.
  for (let links = takeLinks(walk); links.length > 0; links = takeLinks(walk)) {
    for (const { file, path } of links) await follow(walk, file, path);
  }
  return { files: walk.files.sort(byFile), warnings: walk.warnings.sort(byFile) };
}

async function walkFolder(walk: Walk, folder: string, below: string): Promise<void> {
  walk.seen.add(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some(({ name }) => name === INDEX_MARKER)) {
    walk.warnings.push({ file: below.slice(0, -1), reason: 'is left out: it holds an index' });
    return;
  }
  for (const entry of entries) {
    if (!isHidden(entry.name)) await take(walk, folder, below, entry);
  }
}

async function take(walk: Walk, folder: string, below: string, entry: Dirent): Promise<void> {
  const path = join(folder, entry.name);
  const file = `${below}${entry.name}`;
  if (walk.seen.has(path)) return;
  if (entry.isSymbolicLink()) {
    walk.links.push({ file, path });
  } else if (entry.isDirectory()) {
    await walkFolder(walk, path, `${file}/`).catch((cause) => {
      walk.files.push({ file, path, error: unreadable(file, cause) });
    });
  } else if (isArticleFile(entry.name)) {
    walk.seen.add(path);
    const error = entry.isFile() ? null : notRegular(file);
    walk.files.push({ file, path, error });
  }
}

function takeLinks(walk: Walk) {
  return walk.links.splice(0).sort(byFile);
}

async function follow(walk: Walk, file: string, path: string): Promise<void> {
  try {
    const real = await realpath(path);
    if (walk.seen.has(real)) return;
    const target = await stat(real);
    if (!target.isDirectory() && !isArticleFile(file)) return;
    if (!real.startsWith(walk.root.endsWith(sep) ? walk.root : walk.root + sep)) {
      const error = new ArticleError(file, 'is a link that leads out of the corpus folder');
      walk.files.push({ file, path, error });
    } else if (await isInIndex(walk.root, real)) {
      walk.warnings.push({ file, reason: 'is left out: it leads into an index' });
    } else if (target.isDirectory()) {
      await walkFolder(walk, real, `${file}/`);
    } else {
      walk.seen.add(real);
      walk.files.push({ file, path: real, error: target.isFile() ? null : notRegular(file) });
    }
  } catch (cause) {
    // A broken link to something else than an article is nobody's concern.
    if (!isArticleFile(file) && (cause as NodeJS.ErrnoException).code === 'ENOENT') return;
    walk.files.push({ file, path, error: unreadable(file, cause) });
  }
}

async function isInIndex(root: string, path: string): Promise<boolean> {
  for (let folder = path; folder !== root; folder = dirname(folder)) {
    const isMarked = await access(join(folder, INDEX_MARKER)).then(
      () => true,
      () => false,
    );
    if (isMarked) return true;
  }
  return false;
}

/**
 * The id of an article: its path without the ending; a row keeps its number (`news.csv#3` is
 * `news#3`). Composed (NFC), because macOS hands out decomposed names, and the same folder must
 * give the same ids everywhere.
 */
export function articleId(file: string): string {
  return file.replace(/\.[^./#]+(#\d+)?$/, '$1').normalize('NFC');
}

function byFile(a: { file: string }, b: { file: string }): number {
  return a.file < b.file ? -1 : 1;
}

export function notRegular(file: string): ArticleError {
  return new ArticleError(file, 'is not a regular file');
}

export function unreadable(file: string, cause: unknown): ArticleError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    // A name that is no UTF-8 is listed with such marks in it, and is not found by them.
    ENOENT: file.includes('\ufffd')
      ? 'its name is not valid UTF-8'
      : 'the file is gone, or a link leads nowhere',
    ELOOP: 'a link leads in a circle',
  };
  const reason = reasons[code ?? ''] ?? code ?? message;
  return new ArticleError(file, `cannot be read (${reason})`, { cause });
}

function corpusUnreadable(dir: string, cause: NodeJS.ErrnoException): CorpusError {
  const reasons: Record<string, string> = {
    ENOENT: `The corpus folder ${dir} does not exist`,
    ENOTDIR: `The corpus ${dir} is not a folder`,
  };
  const reason =
    reasons[cause.code ?? ''] ?? `The corpus folder ${dir} cannot be read (${cause.code})`;
  return new CorpusError(`${reason}; set CORPUS_DIR`, { cause });
}
