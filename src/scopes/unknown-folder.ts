import leven from 'leven';
import { EVERY_FOLDER, type Folder, foldersOf, NO_FOLDER } from './folder.ts';

/** A name may be this many letters away from the one that was meant. */
const MAX_SLIPS = 2;
const MAX_NAMED = 6;

/**
 * Tells of folders that hold no article.
 *
 * @param isThere whether the corpus has an (empty) folder of that name
 * @returns what is wrong with a folder; undefined for one that holds articles, or is there
 */
export function unknownFolders(
  articleIds: readonly string[],
  isThere: (folder: Folder) => boolean,
): (folder: Folder) => string | undefined {
  const known = foldersOf(articleIds);
  return (folder) => {
    if ([EVERY_FOLDER, NO_FOLDER, ...known].includes(folder) || isThere(folder)) return undefined;
    const meant = known
      .map((one) => ({ one, slips: leven(folder.toLowerCase(), one.toLowerCase()) }))
      .filter(({ slips }) => slips <= MAX_SLIPS)
      .sort((a, b) => a.slips - b.slips)[0];
    const outer = known.filter((one) => !one.includes('/')).slice(0, MAX_NAMED);
    const instead = meant
      ? `did you mean "${meant.one}"?`
      : `write one of those that hold articles (${[...outer, '…'].join(', ')}), "*" for all, or "/" for articles in none`;
    return `names the folder "${folder}", which is not there: ${instead}`;
  };
}
