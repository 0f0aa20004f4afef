import type { ArticleCard } from '../../passage.ts';
import { isoDay } from '../../retrieval/metadata/period/days.ts';
import { typedDays } from '../../retrieval/metadata/period/periods.ts';
import { oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import type { Choice } from './catalogue.ts';

/** Offers what is typed, if it is a date, and the years in which there are articles. */
export function createDateChoices(articles: readonly ArticleCard[]): (typed: string) => Choice[] {
  const years = [...new Set(articles.flatMap(({ date }) => date?.slice(0, 4) ?? []))]
    .sort()
    .reverse();
  return (typed) => {
    const text = shorten(oneLine(typed), LIMITS.choiceName / 2);
    const days = typedDays(text, isoDay(new Date()));
    const known = years.filter((year) => year.startsWith(text));
    // The days stand beside what is understood, so that nobody is surprised.
    const meant =
      days === undefined || known.includes(text)
        ? []
        : [{ name: `${text} (${days.first} – ${days.last})`, value: text }];
    const offered = known.map((year) => ({ name: year, value: year }));
    return [...meant, ...offered].slice(0, LIMITS.choices);
  };
}
