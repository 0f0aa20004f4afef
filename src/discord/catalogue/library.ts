import { type Catalogue, createCatalogue } from './catalogue.ts';
import type { Generation } from './generation.ts';

/** One generation of the index, and what finds its articles by name. */
export interface Library extends Generation {
  readonly catalogue: Catalogue;
}

export function withCatalogue(generation: Generation): Library {
  let catalogue: Catalogue | undefined;
  return {
    manifest: generation.manifest,
    articles: () => generation.articles(),
    card: (id) => generation.card(id),
    read: (ids) => generation.read(ids),
    articlesWith: (strings) => generation.articlesWith(strings),
    headings: () => generation.headings(),
    searchKeywords: (query, k, articleIds) => generation.searchKeywords(query, k, articleIds),
    // Made when it is first asked for: that takes time where there are many articles.
    get catalogue() {
      catalogue ??= createCatalogue(generation);
      return catalogue;
    },
  };
}

/** The library of whatever generation answers now: the same object until that is swapped. */
export function followedLibrary(current: () => Generation): () => Library {
  let followed: { generation: Generation; library: Library } | undefined;
  return () => {
    const generation = current();
    if (followed?.generation !== generation) {
      followed = { generation, library: withCatalogue(generation) };
    }
    return followed.library;
  };
}
