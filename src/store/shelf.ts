import type { Shelf, StoredArticle, TermWeights } from './types.ts';

/** The article that a passage belongs to, by the passage's id. */
export function articleIdOf(passageId: string): string {
  return passageId.slice(0, passageId.lastIndexOf('#'));
}

/** A shelf of those articles that `stored` gives, each taken once. */
export function shelfOf(
  stored: (articleId: string) => StoredArticle | undefined,
  termWeights: TermWeights,
): Shelf {
  const taken = new Map<string, StoredArticle | undefined>();
  const take = (id: string) => {
    if (!taken.has(id)) taken.set(id, stored(id));
    return taken.get(id);
  };
  const passagesOf = (articleId: string) => take(articleId)?.passages ?? [];
  return {
    article: (id) => take(id)?.article,
    passage: (id) => {
      const passage = passagesOf(articleIdOf(id))[Number(id.slice(id.lastIndexOf('#') + 1)) - 1];
      return passage?.id === id ? passage : undefined;
    },
    passagesOf,
    termWeights,
  };
}
