import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../passage.ts';

export interface ArticleChanges {
  added: string[];
  changed: string[];
  removed: string[];
  unchanged: number;
}

/** Tells by file which articles are new, altered or gone. A renamed one is one gone and one new. */
export function compareArticles(
  before: readonly Article[],
  after: readonly Article[],
): ArticleChanges {
  const old = new Map(before.map((article) => [article.file, article]));
  const changes: ArticleChanges = { added: [], changed: [], removed: [], unchanged: 0 };
  for (const article of after) {
    const previous = old.get(article.file);
    old.delete(article.file);
    if (!previous) changes.added.push(article.file);
    else if (isDeepStrictEqual(previous, article)) changes.unchanged++;
    else changes.changed.push(article.file);
  }
  changes.removed = [...old.keys()];
  return changes;
}
