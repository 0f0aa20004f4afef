import { ArticleError } from '../errors.ts';
import { FORMATS, formatOf } from './formats/index.ts';
import type { ParsedArticle } from './parse-article.ts';

/**
 * Leaves out articles that have the id of another one: their files differ only in their endings, as
 * a report and its PDF. An id is what buttons and links name an article by, so it must not change
 * with what else is in the folder. Of two such the one in the plainer format stays, in the order of
 * {@link FORMATS}, then by path.
 *
 * @returns the others in their order, and a line for each file that gives none because of this
 */
export function distinctArticles(articles: readonly ParsedArticle[]): {
  distinct: ParsedArticle[];
  skipped: ArticleError[];
} {
  const best = new Map<string, ParsedArticle>();
  for (const one of articles) {
    const other = best.get(one.article.id);
    if (!other || rankOf(one) < rankOf(other)) best.set(one.article.id, one);
  }
  const skipped = new Map<string, ArticleError>();
  const distinct = articles.filter((one) => {
    const chosen = best.get(one.article.id) as ParsedArticle;
    if (chosen === one) return true;
    const [file, other] = [one, chosen].map(({ article }) => article.file.replace(/#\d+$/u, ''));
    const reason = `gives the same article id as ${other}, which is read instead; rename one of them`;
    if (file && !skipped.has(file)) skipped.set(file, new ArticleError(file, reason));
    return false;
  });
  return { distinct, skipped: [...skipped.values()] };
}

function rankOf({ article }: ParsedArticle): number {
  const format = formatOf(article.file.replace(/#\d+$/u, ''));
  return format ? FORMATS.indexOf(format) : FORMATS.length;
}
