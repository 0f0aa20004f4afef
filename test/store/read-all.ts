import type { Article, Passage } from '../../src/passage.ts';
import type { PassageStore, Shelf } from '../../src/store/index.ts';

/** All articles of a store. */
export function readAll(store: Pick<PassageStore, 'articles' | 'read'>): Promise<Shelf> {
  return store.read(store.articles().map(({ id }) => id));
}

/** All passages of a store, in the order of the corpus. */
export async function allPassages(
  store: Pick<PassageStore, 'articles' | 'read'>,
): Promise<Passage[]> {
  const shelf = await readAll(store);
  return store.articles().flatMap(({ id }) => shelf.passagesOf(id));
}

/** All articles of a store with their texts, in the order of the corpus. */
export async function allArticles(
  store: Pick<PassageStore, 'articles' | 'read'>,
): Promise<Article[]> {
  const shelf = await readAll(store);
  return store.articles().flatMap(({ id }) => shelf.article(id) ?? []);
}
