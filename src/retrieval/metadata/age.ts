import type { ArticleCard } from '../../passage.ts';

/** How old an article is against others, in whole years. */
export interface Age {
  years: number;
  /** Against the newest of the other articles that are quoted, or of all articles. */
  than: 'quoted' | 'all';
}

/** The dates of a corpus that tell which article is old in it, ISO 8601. */
export interface CorpusDates {
  newest: string;
  /** A quarter of the articles is as old as this, or older. */
  oldFrom: string;
}

/** From this many years on an article is old against the quoted ones, and against all. */
const MIN_YEARS_QUOTED = 1;
const MIN_YEARS_ALL = 3;
/** Of fewer dated articles none is old against the others. */
const MIN_DATED = 8;
const OLDEST_SHARE = 0.25;

/** Undefined where too few articles have a date. */
export function corpusDates(articles: readonly ArticleCard[]): CorpusDates | undefined {
  const dates = articles.flatMap(({ date }) => date ?? []).sort();
  const newest = dates.at(-1);
  const oldFrom = dates[Math.floor(dates.length * OLDEST_SHARE)];
  return dates.length < MIN_DATED || !newest || !oldFrom ? undefined : { newest, oldFrom };
}

/** How old a quoted article is; undefined where it is not old, or does not say. */
export function ageOf(
  { date }: ArticleCard,
  quoted: readonly ArticleCard[],
  corpus: CorpusDates | undefined,
): Age | undefined {
  if (date === null) return undefined;
  const newest = quoted.flatMap((one) => one.date ?? []).reduce((a, b) => (a > b ? a : b), date);
  const years = yearsBetween(date, newest);
  if (years >= MIN_YEARS_QUOTED) return { years, than: 'quoted' };
  if (!corpus || date > corpus.oldFrom) return undefined;
  const behind = yearsBetween(date, corpus.newest);
  return behind >= MIN_YEARS_ALL ? { years: behind, than: 'all' } : undefined;
}

function yearsBetween(earlier: string, later: string): number {
  const years = Number(later.slice(0, 4)) - Number(earlier.slice(0, 4));
  return later.slice(5) < earlier.slice(5) ? years - 1 : years;
}
