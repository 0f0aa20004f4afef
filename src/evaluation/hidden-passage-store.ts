import type { Passage } from '../passage.ts';
import type { Hit, PassageStore } from '../store/types.ts';

/**
 * A view of a store in which some passages do not exist; their articles stay. Term statistics
 * (idf, lengths) stay those of the whole store: one passage among hundreds moves them by less than
 * the question's own wording does.
 */
export function withoutPassages(store: PassageStore, hidden: readonly string[]): PassageStore {
  const gone = new Set(hidden);
  const visible = ({ id }: Passage) => !gone.has(id);
  const firstVisible = (hits: readonly Hit[], k: number) =>
    hits.filter(({ passage }) => visible(passage)).slice(0, k);
  return {
    manifest: store.manifest,
    articles: () => store.articles(),
    article: (id) => store.article(id),
    passage: (id) => (gone.has(id) ? undefined : store.passage(id)),
    passagesOf: (articleId) => store.passagesOf(articleId).filter(visible),
    nearest: async (vector, k, articleIds) =>
      firstVisible(await store.nearest(vector, k + gone.size, articleIds), k),
    best: (query, k, articleIds) => firstVisible(store.best(query, k + gone.size, articleIds), k),
    terms: (query) => store.terms(query),
    vectorsOf: (textHash) => store.vectorsOf(textHash),
  };
}
