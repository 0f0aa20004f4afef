import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { SettingError } from '../errors.ts';
import type { IndexPlace } from '../store/index.ts';

/**
 * Makes sure that the index does not lie where the articles are, by whatever links. An index in a
 * folder below the articles is left out when they are read.
 *
 * @throws SettingError
 */
export async function checkFolders(corpusDir: string, indexDir: IndexPlace): Promise<void> {
  // What a server keeps lies in no folder of ours.
  if (typeof indexDir !== 'string') return;
  const [corpus, index] = await Promise.all([realPath(corpusDir), realPath(indexDir)]);
  const below = relative(index, corpus);
  if (below === '..' || below.startsWith(`..${sep}`) || resolve(below) === below) return;
  const problem =
    below === ''
      ? 'are one folder'
      : `overlap: the articles in ${corpusDir} would lie in the index`;
  throw new SettingError(
    `CORPUS_DIR and INDEX_DIR ${problem}; set INDEX_DIR, which is ${indexDir}, to a folder of its own`,
  );
}

/** The path without links, also of what does not exist yet. */
async function realPath(path: string): Promise<string> {
  const full = resolve(path);
  try {
    return await realpath(full);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const parent = dirname(full);
    // What is wrong with the folder in other ways is told by whoever uses it.
    if (code !== 'ENOENT' || parent === full) return full;
    return join(await realPath(parent), basename(full));
  }
}
