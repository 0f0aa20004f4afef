import { type CorpusDates, corpusDates } from '../../retrieval/metadata/age.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import type { Generation } from './generation.ts';

/** What is seen of one generation of the index, and what finds its articles by name. */
export interface Library extends Omit<Generation, 'within'> {
  readonly catalogue: Catalogue;
  /** Which articles are old in it; undefined where too few have a date. */
  readonly dates: CorpusDates | undefined;
  /** The ids of its articles; undefined where it is the whole generation. */
  readonly visible: ReadonlySet<string> | undefined;
}

/** @param visible the articles that are part of the library; all where it is not said */
export function withCatalogue(whole: Generation, visible?: ReadonlySet<string>): Library {
  const generation = visible ? whole.within(visible) : whole;
  let catalogue: Catalogue | undefined;
  let dates: { of: CorpusDates | undefined } | undefined;
  return {
    visible,
    manifest: generation.manifest,
    articles: () => generation.articles(),
    card: (id) => generation.card(id),
    read: (ids) => generation.read(ids),
    articlesWith: (strings) => generation.articlesWith(strings),
    headings: () => generation.headings(),
    searchKeywords: (query, k, articleIds) => generation.searchKeywords(query, k, articleIds),
    get dates() {
      dates ??= { of: corpusDates(generation.articles()) };
      return dates.of;
    },
    // Made when it is first asked for: that takes time where there are many articles.
    get catalogue() {
      catalogue ??= createCatalogue(generation);
      return catalogue;
    },
  };
}
