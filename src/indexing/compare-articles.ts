import { isDeepStrictEqual } from 'node:util';
import type { ChangedCorpus, ParsedArticle } from '../corpus/index.ts';
import { Turns } from '../runtime/event-loop.ts';
import type { PassageStore } from '../store/types.ts';

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
  const old = new Map(before?.articles().map((article) => [article.file, article]));
  const turns = new Turns();
  const changes: ArticleChanges = { added: [], changed: [], removed: [], unchanged: 0 };
  for (const parsed of after) {
    if (!('passages' in parsed)) {
      old.delete(parsed.file);
      changes.unchanged++;
      continue;
    }
    const { file } = parsed.article;
    const previous = old.get(file);
    old.delete(file);
    if (!previous) changes.added.push(file);
    else if (isDeepStrictEqual(previous, parsed.article) && (await hasPassages(before, parsed))) {
      changes.unchanged++;
      unchanged?.add(parsed.article.id);
    } else changes.changed.push(file);
    if (turns.isOver) await turns.next();
  }
  changes.removed = [...old.keys()];
  return changes;
}

async function hasPassages(
  before: PassageStore | undefined,
  { article, passages }: ParsedArticle,
): Promise<boolean> {
  const turns = new Turns();
  const old = before?.passagesOf(article.id) ?? [];
  if (old.length !== passages.length) return false;
  for (const [i, passage] of passages.entries()) {
    if (!isDeepStrictEqual(old[i], passage)) return false;
    if (turns.isOver) await turns.next();
  }
  return true;
}
