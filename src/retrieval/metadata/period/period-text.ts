import { daysIn } from './days.ts';

/** How a language puts a period into words; each takes days, months or years as they are named. */
export interface PeriodPhrases {
  in: (name: string) => string;
  since: (name: string) => string;
  until: (name: string) => string;
  between: (from: string, to: string) => string;
}

/** Says periods in one language: `from March 2023`, `since 2022`. Days are ISO 8601. */
export function createPeriodText(locale: string, say: PeriodPhrases) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const formats = {
    month: format({ month: 'long', year: 'numeric' }),
    day: format({ dateStyle: 'long' }),
  };
  const parts = (day: string) => day.split('-').map(Number) as [number, number, number];

  /** Of a year, a month or a day that begins, or ends, on a day, the longest. */
  function named(day: string, end: 'first' | 'last'): string {
    const [year, month] = parts(day);
    if (daysIn(year)?.[end] === day) return String(year);
    const isMonth = daysIn(year, month)?.[end] === day;
    return formats[isMonth ? 'month' : 'day'].format(new Date(day));
  }

  function whole(first: string, last: string): string | undefined {
    const [year, month] = parts(first);
    if (first === last) return formats.day.format(new Date(first));
    if (daysIn(year)?.first === first && daysIn(year)?.last === last) return String(year);
    const days = daysIn(year, month);
    return days?.first === first && days.last === last
      ? formats.month.format(new Date(first))
      : undefined;
  }

  return (since: string | undefined, until: string | undefined): string => {
    if (since === undefined) return until === undefined ? '' : say.until(named(until, 'last'));
    if (until === undefined) return say.since(named(since, 'first'));
    const name = whole(since, until);
    return name ? say.in(name) : say.between(named(since, 'first'), named(until, 'last'));
  };
}
