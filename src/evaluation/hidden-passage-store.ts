import type { Passage } from '../passage.ts';
import { shelfOf } from '../store/shelf.ts';
import type { Hit, PassageStore, StoredArticle } from '../store/types.ts';

/**
 * A view of a store in which no search finds some passages; their articles stay. Among its
 * article's passages a hidden one is an empty one, so that the others keep their places by
 * paragraph number. Vectors and term statistics stay those of the whole store: one passage among
 * hundreds hardly moves them.
 */
export function withoutPassages(store: PassageStore, hidden: readonly string[]): PassageStore {
  const gone = new Set(hidden);
  const without = ({ article, passages }: StoredArticle): StoredArticle => ({
    article,
    passages: passages.map((passage) => (gone.has(passage.id) ? emptied(passage) : passage)),
  });
  const firstVisible = <H extends Hit>(hits: readonly H[], k: number) =>
    hits.filter(({ passage }) => !gone.has(passage.id)).slice(0, k);
  return {
    manifest: store.manifest,
    within: (articleIds) => withoutPassages(store.within(articleIds), hidden),
    articles: () => store.articles(),
    card: (id) => store.card(id),
    read: async (articleIds) => {
      const whole = await store.read(articleIds);
      const shelf = shelfOf((id) => {
        const article = whole.article(id);
        return article && without({ article, passages: whole.passagesOf(id) });
      }, store.termWeights);
      return { ...shelf, passage: (id) => (gone.has(id) ? undefined : whole.passage(id)) };
    },
    articlesWith: async function* (strings) {
      for await (const stored of store.articlesWith(strings)) yield without(stored);
    },
    headings: () => store.headings(),
    searchVectors: async (vector, k, articleIds) =>
      firstVisible(await store.searchVectors(vector, k + gone.size, articleIds), k),
    searchKeywords: async (query, k, articleIds) =>
      firstVisible(await store.searchKeywords(query, k + gone.size, articleIds), k),
    termWeights: store.termWeights,
    vectorsOf: (textHashes) => store.vectorsOf(textHashes),
    holdingTexts: (texts) => store.holdingTexts(texts),
  };
}

function emptied(passage: Passage): Passage {
  return { ...passage, end: passage.start, text: '', plain: '', sentences: [] };
}
