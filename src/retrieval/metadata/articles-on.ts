import MiniSearch from 'minisearch';
import type { ArticleCard } from '../../passage.ts';
import { termsOf } from '../../store/terms.ts';
import type { PassageStore } from '../../store/types.ts';

type Named = Pick<PassageStore, 'articles' | 'headings'>;

/** Shorter words are the beginning of too many others. */
const MIN_PREFIX = 3;
const MIN_FUZZY = 6;
/** Share of a word's letters that may be wrong. */
const SLIPS = 0.2;

/** Finds the articles that some words name, best first; none where a word fits nothing. */
export type ArticlesOn = (words: string) => Promise<ArticleCard[]>;

/** Searches what articles are called and filed under: title, tags, authors, path and headings. */
export function createArticlesOn(store: Named): ArticlesOn {
  let finder: Promise<(words: string) => ArticleCard[]> | undefined;
  return async (words) => {
    finder ??= createFinder(store);
    return (await finder)(words);
  };
}

async function createFinder(store: Named): Promise<(words: string) => ArticleCard[]> {
  const headings = await store.headings();
  const articles = store.articles();
  const search = new MiniSearch({
    fields: ['title', 'tags', 'authors', 'id', 'headings'],
    idField: 'key',
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND', boost: { title: 3, tags: 2, id: 2 } },
  });
  search.addAll(
    articles.map(({ id, title, tags, authors }, key) => ({
      key,
      title,
      tags: tags.join(' '),
      authors: authors.join(' '),
      id: id.replaceAll('/', ' '),
      headings: headings.get(id)?.join(' ') ?? '',
    })),
  );
  return (words) => {
    const prefix = (term: string) => term.length >= MIN_PREFIX;
    const fuzzy = (term: string) => term.length >= MIN_FUZZY && SLIPS;
    for (const way of [{}, { prefix }, { fuzzy }]) {
      const hits = search.search(words, way);
      if (hits.length > 0) return hits.map(({ id }) => articles[id] as ArticleCard);
    }
    return [];
  };
}
