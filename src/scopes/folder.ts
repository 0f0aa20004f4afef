/**
 * A collection: the path of a folder below the corpus folder, with all that is below it. `*` is
 * everything, and `/` the articles that are in no folder.
 */
export type Folder = string;

export const EVERY_FOLDER = '*';
export const NO_FOLDER = '/';

/** Whether an article lies in a folder, or below it. */
export function holds(folder: Folder, articleId: string): boolean {
  if (folder === EVERY_FOLDER) return true;
  if (folder === NO_FOLDER) return !articleId.includes('/');
  return articleId.startsWith(`${folder}/`);
}

/** As it is compared: `./board/` is `board`. */
export function folderOf(written: string): Folder {
  const path = written.trim().replace(/^\.\/(?=.)/u, '');
  return path === NO_FOLDER ? path : path.replace(/\/+$/u, '');
}

/** Folders, each once, and none that lies in another one of them. */
export function withoutInner(folders: readonly Folder[]): Folder[] {
  const each = [...new Set(folders)];
  return each.filter((one) => !each.some((other) => other !== one && isInside(one, other)));
}

/** All folders that hold one of these articles, the outer ones included, by their names. */
export function foldersOf(articleIds: readonly string[]): Folder[] {
  const folders = new Set<Folder>();
  for (const id of articleIds) {
    for (let end = id.indexOf('/'); end >= 0; end = id.indexOf('/', end + 1)) {
      folders.add(id.slice(0, end));
    }
  }
  return [...folders].sort();
}

function isInside(folder: Folder, other: Folder): boolean {
  return other === EVERY_FOLDER || folder.startsWith(`${other}/`);
}
