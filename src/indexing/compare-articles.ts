import { isDeepStrictEqual } from 'node:util';
import type { ChangedCorpus, ParsedArticle } from '../corpus/index.ts';
import { Turns } from '../runtime/event-loop.ts';
import type { PassageStore, Shelf } from '../store/types.ts';

/** Articles that are read from the old index at once. */
const READ_AT_ONCE = 32;

export interface ArticleChanges {
  added: string[];
  changed: string[];
  removed: string[];
  unchanged: number;
}

/**
 * Tells by file which articles are new, altered or gone; one that is now split into other passages
 * counts as altered, a renamed one as one gone and one new. Kept ones are unchanged.
 *
 * @param unchanged takes the ids of the articles that are as they were
 */
export async function compareArticles(
  before: PassageStore | undefined,
  after: ChangedCorpus['articles'],
  unchanged?: Set<string>,
): Promise<ArticleChanges> {
  const old = new Map(before?.articles().map((card) => [card.file, card]));
  const turns = new Turns();
  const changes: ArticleChanges = { added: [], changed: [], removed: [], unchanged: 0 };
  for (let i = 0; i < after.length; i += READ_AT_ONCE) {
    const some = after.slice(i, i + READ_AT_ONCE);
    const read = some.filter((each) => 'passages' in each);
    const shelf = await before?.read(
      read.flatMap(({ article }) => old.get(article.file)?.id ?? []),
    );
    for (const each of some) {
      const file = fileOf(each);
      const previous = old.get(file);
      old.delete(file);
      if (!('passages' in each)) changes.unchanged++;
      else if (!previous) changes.added.push(file);
      else if (await isStored(each, previous.id, shelf)) {
        changes.unchanged++;
        unchanged?.add(each.article.id);
      } else changes.changed.push(file);
      if (turns.isOver) await turns.next();
    }
  }
  changes.removed = [...old.keys()];
  return changes;
}

/** The file that an article was read from, or was kept of. */
export const fileOf = (each: ChangedCorpus['articles'][number]): string =>
  'passages' in each ? each.article.file : each.file;

async function isStored(
  { article, passages }: ParsedArticle,
  id: string,
  shelf: Shelf | undefined,
): Promise<boolean> {
  if (!isDeepStrictEqual(shelf?.article(id), article)) return false;
  const turns = new Turns();
  const old = shelf?.passagesOf(id) ?? [];
  if (old.length !== passages.length) return false;
  for (const [i, passage] of passages.entries()) {
    if (!isDeepStrictEqual(old[i], passage)) return false;
    if (turns.isOver) await turns.next();
  }
  return true;
}
