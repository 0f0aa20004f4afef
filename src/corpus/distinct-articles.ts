import { ArticleError } from '../errors.ts';
import { FORMATS, formatOf } from './formats/index.ts';
import type { KeptArticle } from './known-files.ts';
import type { ParsedArticle } from './parse-article.ts';

type Named = ParsedArticle | KeptArticle;

/**
 * Leaves out articles that have the id of another one: their files differ only in their endings, as
 * a report and its PDF. An id is what buttons and links name an article by, so it must not change
 * with what else is in the folder. Of two such the one in the plainer format stays, in the order of
 * {@link FORMATS}, then by path.
 *
 * @returns the others in their order, and a line for each file that gives none because of this
 */
export function distinctArticles(articles: readonly Named[]): {
  distinct: Named[];
  skipped: ArticleError[];
} {
  const best = new Map<string, Named>();
  for (const one of articles) {
    const { id } = nameOf(one);
    const other = best.get(id);
    if (!other || rankOf(one) < rankOf(other)) best.set(id, one);
  }
  const skipped = new Map<string, ArticleError>();
  const distinct = articles.filter((one) => {
    const chosen = best.get(nameOf(one).id) as Named;
    if (chosen === one) return true;
    const file = fileOf(one);
    const reason = `gives the same article id as ${fileOf(chosen)}, which is read instead; rename one of them`;
    if (!skipped.has(file)) skipped.set(file, new ArticleError(file, reason));
    return false;
  });
  return { distinct, skipped: [...skipped.values()] };
}

function nameOf(one: Named): KeptArticle {
  return 'article' in one ? one.article : one;
}

/** Without the number of a row. */
function fileOf(one: Named): string {
  return nameOf(one).file.replace(/#\d+$/u, '');
}

function rankOf(one: Named): number {
  const format = formatOf(fileOf(one));
  return format ? FORMATS.indexOf(format) : FORMATS.length;
}
