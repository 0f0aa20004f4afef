import type { CalendarWords } from './calendar-words.ts';
import { type Days, daysIn, monthsFrom, shifted, weekOf } from './days.ts';

/** A way to write a day, a month, a season or a year, and the days that it means. */
interface Point {
  pattern: string;
  /** @param found what the groups of the pattern hold */
  days: (found: readonly string[], today: string) => Days | undefined;
}

const YEAR = '(1[5-9]\\d\\d|20\\d\\d)';
/** The first month of spring, summer, autumn and winter. */
const SEASONS_FROM = [3, 6, 9, 12];
const MONTHS_OF_SEASON = 3;

/** The ways of one language, each over plain words, the more exact ones first. */
export function pointsOf(words: CalendarWords): readonly Point[] {
  const month = `(${words.months.join('|')})`;
  const season = `(${words.seasons.join('|')})`;
  const day = `(\\d{1,2})(?:${words.ordinal})?`;
  const of = `(?: (?:${words.of}))?(?: (?:${words.the}))?`;
  const the = `(?:(?:${words.the}) )?`;
  const last = `(?:(?:${words.last}) )`;
  const placeIn = (names: readonly string[], name = '') =>
    names.findIndex((some) => some.split('|').includes(name));
  const monthOf = (name = '') => placeIn(words.months, name) + 1;
  const seasonIn = (year: number, name: string) =>
    monthsFrom(year, SEASONS_FROM[placeIn(words.seasons, name)] as number, MONTHS_OF_SEASON);
  const point = (pattern: string, days: Point['days']): Point => ({ pattern, days });
  const only = (pattern: string, days: (today: string) => Days | undefined) =>
    point(`(?:${pattern})`, (_, today) => days(today));
  const yearOf = (today: string) => Number(today.slice(0, 4));

  return [
    point(`${YEAR} (\\d{1,2}) (\\d{1,2})`, ([y, m, d]) => daysIn(Number(y), Number(m), Number(d))),
    point(`(\\d{1,2}) (\\d{1,2}) ${YEAR}`, ([a, b, y]) => numeric(Number(a), Number(b), Number(y))),
    point(`${the}${day}(?: (?:${words.of}))? ${month}${of} ${YEAR}`, ([d, m, y]) =>
      daysIn(Number(y), monthOf(m), Number(d)),
    ),
    point(`${month} ${day} ${YEAR}`, ([m, d, y]) => daysIn(Number(y), monthOf(m), Number(d))),
    point(`${YEAR} (\\d{1,2})`, ([y, m]) => daysIn(Number(y), Number(m))),
    point(`${the}${month}${of} ${YEAR}`, ([m, y]) => daysIn(Number(y), monthOf(m))),
    point(`${the}${season}${of} ${YEAR}`, ([s = '', y]) => seasonIn(Number(y), s)),
    point(`${the}${YEAR}`, ([y]) => daysIn(Number(y))),
    only(words.lastYear, (today) => daysIn(yearOf(today) - 1)),
    only(words.thisYear, (today) => daysIn(yearOf(today))),
    only(words.lastMonth, (today) => monthsFrom(yearOf(today), monthIn(today) - 1, 1)),
    only(words.thisMonth, (today) => monthsFrom(yearOf(today), monthIn(today), 1)),
    only(words.lastWeek, (today) => weekOf(shifted(today, -7))),
    only(words.thisWeek, weekOf),
    only(words.today, (today) => ({ first: today, last: today })),
    only(words.yesterday, (today) => ({ first: shifted(today, -1), last: shifted(today, -1) })),
    point(`${last}?${month}`, ([m], today) => {
      const thisOne = monthsFrom(yearOf(today), monthOf(m), 1);
      return thisOne.first <= today ? thisOne : monthsFrom(yearOf(today) - 1, monthOf(m), 1);
    }),
    point(`${last}${season}`, ([s = ''], today) => {
      const thisOne = seasonIn(yearOf(today), s);
      return thisOne.first <= today ? thisOne : seasonIn(yearOf(today) - 1, s);
    }),
  ];
}

function monthIn(today: string): number {
  return Number(today.slice(5, 7));
}

/** Day and month where only one order is possible: `03/04/2025` may be either. */
function numeric(a: number, b: number, year: number): Days | undefined {
  if (a <= 12 && b <= 12 && a !== b) return undefined;
  return a > 12 ? daysIn(year, b, a) : daysIn(year, a, b);
}
