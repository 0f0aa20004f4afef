import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, sep } from 'node:path';
import { isArticleName } from '../corpus/index.ts';
import { SaveError } from '../errors.ts';

/** A file for the corpus folder, with what it is to hold. */
export interface NewFile {
  /** Path below the corpus folder. */
  file: string;
  content: Buffer;
  /** What is wrong with the article in it, in a line each; it can be used all the same. */
  warnings: string[];
}

/** A file of that name that is there already, and the sha256 of what it holds. */
export interface OldFile {
  digest: string;
  isSame: boolean;
}

/** Looks whether there is such a file already. */
export async function oldFile(
  { file, content }: Pick<NewFile, 'file' | 'content'>,
  corpusDir: string,
): Promise<OldFile | undefined> {
  const old = await readFile(join(corpusDir, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new SaveError(file, error);
  });
  return old && { digest: digestOf(old), isSame: old.equals(content) };
}

/**
 * Saves a file below the corpus folder, whole or not at all, and never over one that is there.
 *
 * @returns whether it was saved: not where there is a file of that name
 * @throws SaveError when the folder cannot be written
 */
export async function saveNew(
  { file, content }: Pick<NewFile, 'file' | 'content'>,
  corpusDir: string,
): Promise<boolean> {
  return write(file, content, corpusDir, async (whole, path) => {
    // Unlike a rename, a link is never put in the place of a file.
    const linked = await link(whole, path).then(
      () => undefined,
      ({ code }: NodeJS.ErrnoException) => code,
    );
    if (linked === 'EEXIST') return false;
    // Some file systems have no links.
    return linked === undefined || takePlace(whole, path);
  });
}

/**
 * Puts a file in the place of another one, whole or not at all.
 *
 * @param digest of the file that is replaced
 * @returns whether it was: not where another file is there by now, or none
 * @throws SaveError when the folder cannot be written
 */
export async function replaceOld(
  { file, content }: Pick<NewFile, 'file' | 'content'>,
  digest: string,
  corpusDir: string,
): Promise<boolean> {
  return write(file, content, corpusDir, async (whole, path) => {
    const old = await oldFile({ file, content }, corpusDir);
    if (old?.digest !== digest) return false;
    await rename(whole, path);
    return true;
  });
}

/**
 * The name with the least number behind it that gives an article of its own: two files that differ
 * only in their endings would give one and the same.
 */
export async function freeName(file: string, corpusDir: string): Promise<string> {
  const folder = dirname(file);
  const ending = extname(file);
  const name = basename(file, ending);
  const there = await readdir(join(corpusDir, folder)).catch(() => []);
  const taken = new Set(there.map((one) => basename(one, extname(one)).toLowerCase()));
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(numbered.toLowerCase()) && isArticleName(`${numbered}${ending}`)) {
      return `${folder}/${numbered}${ending}`;
    }
  }
}

/** @param place puts the file, once it is whole, where it belongs */
async function write(
  file: string,
  content: Buffer,
  corpusDir: string,
  place: (whole: string, path: string) => Promise<boolean>,
): Promise<boolean> {
  const path = join(corpusDir, file);
  // No article's name begins with a dot, so nobody reads what is not whole.
  const whole = join(dirname(path), `.${randomBytes(8).toString('hex')}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await checkInside(dirname(path), corpusDir);
    const handle = await open(whole, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return await place(whole, path);
  } catch (error) {
    throw error instanceof SaveError ? error : new SaveError(file, error);
  } finally {
    await rm(whole, { force: true }).catch(() => {});
  }
}

/** Takes the name with an empty file, which gives no article, and then puts the whole one there. */
async function takePlace(whole: string, path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await rename(whole, path);
  return true;
}

/** What a link leads out of the corpus folder to is never read as an article, so it is not written. */
async function checkInside(folder: string, corpusDir: string): Promise<void> {
  const [real, root] = await Promise.all([realpath(folder), realpath(corpusDir)]);
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw Object.assign(new Error('a link leads out of the corpus folder'), { code: 'EXDEV' });
  }
}

function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
