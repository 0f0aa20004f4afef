import { type Hit, openStore, replaceCorpus } from '../../../store/index.ts';
import type { SearchSystem } from './search-system.ts';

const idsOf = (hits: readonly Hit[]) => hits.map(({ passage }) => passage.id);

/** Our own store. A change is a new index that is swapped in and opened, as a running bot does it. */
export const pullquote: SearchSystem = {
  async build(folder, corpus) {
    await replaceCorpus(folder, corpus);
  },
  async open(folder, model) {
    let store = await openStore(folder, { model });
    return {
      dense: async (vector, k) => idsOf(await store.searchVectors(vector, k)),
      keywords: async (query, k) => idsOf(await store.searchKeywords(query, k)),
      async change(corpus, changed) {
        const articles = corpus.articles.map((embedded) =>
          embedded.article.id === changed.article.id ? changed : embedded,
        );
        // A corpus of another content has another hash.
        const corpusHash = `${corpus.corpusHash} ${changed.passages[0]?.textHash}`;
        await replaceCorpus(folder, { ...corpus, corpusHash, articles });
        store = await openStore(folder, { model });
      },
    };
  },
};
