import { isDeepStrictEqual } from 'node:util';
import type { ParsedArticle } from '../corpus/index.ts';
import type { PassageStore } from '../store/types.ts';

export interface ArticleChanges {
  added: string[];
  changed: string[];
  removed: string[];
  unchanged: number;
}

/**
 * Tells by file which articles are new, altered or gone; one that is now split into other passages
 * counts as altered, a renamed one as one gone and one new.
 */
export function compareArticles(
  before: PassageStore | undefined,
  after: readonly ParsedArticle[],
): ArticleChanges {
  const old = new Map(before?.articles().map((article) => [article.file, article]));
  const changes: ArticleChanges = { added: [], changed: [], removed: [], unchanged: 0 };
  for (const { article, passages } of after) {
    const previous = old.get(article.file);
    old.delete(article.file);
    const isSame =
      isDeepStrictEqual(previous, article) &&
      isDeepStrictEqual(before?.passagesOf(article.id), passages);
    if (!previous) changes.added.push(article.file);
    else if (isSame) changes.unchanged++;
    else changes.changed.push(article.file);
  }
  changes.removed = [...old.keys()];
  return changes;
}
