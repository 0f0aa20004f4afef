import { deferred } from '../../../runtime/deferred.ts';
import { type Hit, openStore, replaceCorpus } from '../../../store/index.ts';
import type { SearchSystem } from './search-system.ts';

const idsOf = (hits: readonly Hit[]) => hits.map(({ passage }) => passage.id);

/** Our own store. A change is a new generation that is swapped in and opened, as a running bot does it. */
export const pullquote: SearchSystem = {
  async build(folder, corpus) {
    await replaceCorpus(folder, corpus);
  },
  async open(folder, model) {
    let store = await openStore(folder, { model });
    let tidying: Promise<unknown> | undefined;
    return {
      dense: async (vector, k) => idsOf(await store.searchVectors(vector, k)),
      keywords: async (query, k) => idsOf(await store.searchKeywords(query, k)),
      async change(corpus, changed) {
        const articles = store
          .articles()
          .map(({ id }) => (id === changed.article.id ? changed : id));
        // A corpus of another content has another hash.
        const corpusHash = `${corpus.corpusHash} ${changed.passages[0]?.textHash}`;
        const swapped = deferred<void>();
        const change = { model, corpusHash, articles, base: store };
        tidying = replaceCorpus(folder, change, { onSwapped: swapped.resolve });
        await Promise.race([swapped.promise, tidying]);
        store = await openStore(folder, { model, previous: store });
      },
      async settle() {
        await tidying;
      },
    };
  },
};
