import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ArticleError, CorpusError } from '../errors.ts';

/** A file that should hold an article, or something below the corpus folder that cannot be read. */
export interface ArticleFile {
  /** Path below the corpus folder, with forward slashes. */
  file: string;
  path: string;
  /** In bytes. */
  size: number;
  error: ArticleError | null;
}

const ARTICLE = /\.(?:md|txt)$/i;

/** Whether a file of this name holds an article, wherever it lies below the corpus folder. */
export function isArticleName(name: string): boolean {
  return ARTICLE.test(name) && !isHidden(name);
}

/** Files and folders of such names are drafts and the like: not looked at. */
export function isHidden(name: string): boolean {
  return /^[._]/.test(name);
}

/**
 * Lists the article files of a corpus folder, sorted by path. Every `.md` and `.txt` is one, a
 * README.md too, unless its name or a folder's name begins with `.` or `_`. Links are followed; a
 * folder that is reached in two ways is read once.
 *
 * @throws CorpusError if the folder is missing or none
 */
export async function listArticleFiles(dir: string): Promise<ArticleFile[]> {
  const folder = await stat(dir).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? 'does not exist' : `cannot be read (${cause.code})`;
    throw new CorpusError(`The corpus folder ${dir} ${reason}; set CORPUS_DIR`, { cause });
  });
  if (!folder.isDirectory()) {
    throw new CorpusError(`The corpus ${dir} is not a folder; set CORPUS_DIR`);
  }
  const files: ArticleFile[] = [];
  await walk(dir, '', new Set(), files);
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function walk(dir: string, below: string, seen: Set<string>, files: ArticleFile[]) {
  const real = await realpath(dir);
  if (seen.has(real)) return;
  seen.add(real);
  const names = (await readdir(dir)).sort();
  for (const name of names) {
    if (isHidden(name)) continue;
    const path = join(dir, name);
    const file = `${below}${name}`;
    try {
      const entry = await stat(path);
      if (entry.isDirectory()) await walk(path, `${file}/`, seen, files);
      else if (ARTICLE.test(name)) {
        const error = entry.isFile() ? null : new ArticleError(file, 'is not a regular file');
        files.push({ file, path, size: entry.size, error });
      }
    } catch (cause) {
      // A broken link to something else than an article is nobody's concern.
      const { code } = cause as NodeJS.ErrnoException;
      if (!ARTICLE.test(name) && code === 'ENOENT') continue;
      files.push({ file, path, size: 0, error: unreadable(file, cause) });
    }
  }
}

/**
 * The id of an article: its path without the ending. Composed (NFC), because macOS hands out
 * decomposed names, and the same folder must give the same ids everywhere.
 */
export function articleId(file: string): string {
  return file.replace(/\.[^./]+$/, '').normalize('NFC');
}

export function unreadable(file: string, cause: unknown): ArticleError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const reason =
    code === 'ENOENT' ? 'the file is gone, or a link leads nowhere' : (code ?? message);
  return new ArticleError(file, `cannot be read (${reason})`, { cause });
}

/** sha256 of a file's bytes, in hex, without holding the file in memory. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
