import type { Query } from './connection.ts';
import { inTransaction } from './in-transaction.ts';

/** Articles that are removed in one transaction. */
const REMOVED_AT_ONCE = 50;

/**
 * Removes articles with all that is theirs.
 *
 * @param condition in SQL, over the columns of the articles
 */
export async function removeArticles(
  query: Query,
  condition: string,
  params: readonly unknown[],
): Promise<void> {
  for (;;) {
    const rows = await query<{ article: number; dimensions: number }>(
      `select article, dimensions from pullquote.articles where ${condition} limit ${REMOVED_AT_ONCE}`,
      params,
    );
    if (rows.length === 0) return;
    const articles = rows.map(({ article }) => article);
    await inTransaction(query, async () => {
      // By their terms, as postings have no index of their own by article.
      await query(
        `delete from pullquote.postings p
         using (
           select distinct article, unnest(terms) as term
           from pullquote.passages where article = any ($1::integer[])
         ) as own
         where p.term = own.term and p.article = own.article`,
        [articles],
      );
      for (const dimensions of new Set(rows.map((row) => row.dimensions))) {
        await query(
          `delete from pullquote.vectors_${dimensions} where article = any ($1::integer[])`,
          [articles],
        );
      }
      await query('delete from pullquote.passages where article = any ($1::integer[])', [articles]);
      await query('delete from pullquote.articles where article = any ($1::integer[])', [articles]);
    });
  }
}
