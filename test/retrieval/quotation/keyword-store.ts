import { readCorpus } from '../../../src/corpus/index.ts';
import type { Article, Passage } from '../../../src/passage.ts';
import type { QuotedFrom } from '../../../src/retrieval/quotation/check-quotation.ts';
import { KeywordIndex } from '../../../src/store/keyword-index.ts';
import { termSequences } from '../../../src/store/term-sequences.ts';
import { termsOf } from '../../../src/store/terms.ts';

/** Articles with the real keyword search over them, without vectors. */
export async function keywordStore(
  entries: readonly { article: Article; passages: readonly Passage[] }[],
): Promise<QuotedFrom> {
  const byId = new Map(entries.map((entry) => [entry.article.id, entry]));
  const passages = entries.flatMap((entry) => entry.passages);
  const terms = passages.map(({ plain }) => termsOf(plain));
  const index = await KeywordIndex.of(await termSequences(terms));
  return {
    articles: () => entries.map(({ article }) => article),
    article: (id) => byId.get(id)?.article,
    passagesOf: (id) => byId.get(id)?.passages ?? [],
    searchKeywords: (query, k, articleIds) =>
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
  return { entries: articles, store: await keywordStore(articles) };
}
