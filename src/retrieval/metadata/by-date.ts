import type { ArticleCard } from '../../passage.ts';

/** Newest first; those without a date last, by title. */
export function byDate(articles: readonly ArticleCard[]): ArticleCard[] {
  return [...articles].sort(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title),
  );
}
