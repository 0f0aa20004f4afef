import { readCorpus } from '../../../src/corpus/index.ts';
import type { Article, Passage } from '../../../src/passage.ts';
import type { QuotedFrom } from '../../../src/retrieval/quotation/check-quotation.ts';
import { shelfOf } from '../../../src/store/shelf.ts';
import { keywordIndexOf } from '../../store/keywords.ts';

/** Articles with the real keyword search over them, without vectors. */
export async function keywordStore(
  entries: readonly { article: Article; passages: readonly Passage[] }[],
): Promise<QuotedFrom> {
  const byId = new Map(entries.map((entry) => [entry.article.id, entry]));
  const passages = entries.flatMap((entry) => entry.passages);
  const index = await keywordIndexOf(passages.map(({ plain }) => plain));
  return {
    read: async (ids) => {
      const wanted = new Set(ids);
      return shelfOf(
        (id) => (wanted.has(id) ? byId.get(id) : undefined),
        () => new Map(),
      );
    },
    articlesWith: async function* (strings) {
      for (const entry of entries) {
        const composed = entry.article.text.normalize('NFC');
        if (strings.every((one) => composed.includes(one))) yield entry;
      }
    },
    searchKeywords: async (query, k, articleIds) =>
      index
        .searchKeywords(query, passages.length)
        .map(({ passage, score }) => ({ passage: passages[passage] as Passage, score }))
        .filter(({ passage }) => !articleIds || articleIds.includes(passage.articleId))
        .slice(0, k),
  };
}

/** The articles of a folder, read as the program reads them. */
export async function readStore(folder: string) {
  const { articles } = await readCorpus(folder, { maxArticleBytes: 10_000_000 });
  const store = await keywordStore(articles);
  const shelf = await store.read(articles.map(({ article }) => article.id));
  return { entries: articles, store, shelf };
}
