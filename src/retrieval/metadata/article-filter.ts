import type { ArticleCard, ArticleFilter, AskOptions } from '../../passage.ts';
import type { PassageStore } from '../../store/types.ts';

/** Whether an article is one of those that a filter leaves; one without a date has no day. */
export function fits(article: ArticleCard, { tag, author, since, until }: ArticleFilter): boolean {
  if (tag !== undefined && !article.tags.includes(tag)) return false;
  if (author !== undefined && !article.authors.includes(author)) return false;
  if (since === undefined && until === undefined) return true;
  const { date } = article;
  return date !== null && date >= (since ?? '') && date <= (until ?? '9999-12-31');
}

/** The ids of the articles that a question may be answered from; undefined for all of them. */
export function searchedIds(
  { articleIds, filter }: AskOptions,
  store: Pick<PassageStore, 'articles' | 'card'>,
): string[] | undefined {
  if (!filter) return articleIds;
  const among = articleIds?.flatMap((id) => store.card(id) ?? []) ?? store.articles();
  return among.filter((article) => fits(article, filter)).map(({ id }) => id);
}

/** Only what both leave. */
export function bothFilters(a: ArticleFilter, b: ArticleFilter): ArticleFilter {
  const { tag = b.tag, author = b.author } = a;
  const since = [a.since, b.since]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const until = [a.until, b.until].filter((day) => day !== undefined).sort()[0];
  return { tag, author, since, until };
}
