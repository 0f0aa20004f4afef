import { type ParsedArticle, readCorpus } from '../../corpus/index.ts';

/** The articles of a folder with their passages, as the product makes them, by their ids. */
export async function readArticles(folder: string): Promise<Map<string, ParsedArticle>> {
  const { articles } = await readCorpus(folder, {
    maxArticleBytes: Infinity,
    articleTimeoutMs: 600_000,
  });
  return new Map(articles.map((parsed) => [parsed.article.id, parsed]));
}
