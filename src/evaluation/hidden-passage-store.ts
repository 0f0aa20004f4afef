import type { Passage } from '../passage.ts';
import type { Hit, PassageStore } from '../store/types.ts';

/**
 * A view of a store in which no search finds some passages; their articles stay. Among its
 * article's passages a hidden one is an empty one, so that the others keep their places by
 * paragraph number. Vectors and term statistics stay those of the whole store: one passage among
 * hundreds hardly moves them.
 */
export function withoutPassages(store: PassageStore, hidden: readonly string[]): PassageStore {
  const gone = new Set(hidden);
  const firstVisible = <H extends Hit>(hits: readonly H[], k: number) =>
    hits.filter(({ passage }) => !gone.has(passage.id)).slice(0, k);
  return {
    manifest: store.manifest,
    articles: () => store.articles(),
    article: (id) => store.article(id),
    passage: (id) => (gone.has(id) ? undefined : store.passage(id)),
    passagesOf: (articleId) =>
      store
        .passagesOf(articleId)
        .map((passage) => (gone.has(passage.id) ? emptied(passage) : passage)),
    searchVectors: async (vector, k, articleIds) =>
      firstVisible(await store.searchVectors(vector, k + gone.size, articleIds), k),
    searchKeywords: (query, k, articleIds) =>
      firstVisible(store.searchKeywords(query, k + gone.size, articleIds), k),
    termWeights: (query) => store.termWeights(query),
    vectorsOf: (textHash) => store.vectorsOf(textHash),
    holdsTexts: (articleId, textHashes) => store.holdsTexts(articleId, textHashes),
  };
}

function emptied(passage: Passage): Passage {
  return { ...passage, end: passage.start, text: '', plain: '', sentences: [] };
}
