import { type NewFile, oldFile, replaceOld, saveNew } from './new-file.ts';

/** How saving went: whether there was such a file, and whether it was the same. */
export type Saved = 'added' | 'unchanged' | 'replaced' | 'kept';

/**
 * Saves a page below the corpus folder, whole or not at all. A file that is there already and reads
 * otherwise may have been edited, and is kept unless it is to be replaced.
 *
 * @throws SaveError when the folder cannot be written
 */
export async function savePage(
  page: NewFile,
  corpusDir: string,
  { replace }: { replace: boolean },
): Promise<Saved> {
  if (await saveNew(page, corpusDir)) return 'added';
  const old = await oldFile(page, corpusDir);
  if (old?.isSame) return 'unchanged';
  if (!old || !replace) return 'kept';
  return (await replaceOld(page, old.digest, corpusDir)) ? 'replaced' : 'kept';
}
