import { plainWords } from '../../rules/plain-words.ts';
import { CALENDARS, type CalendarWords } from './calendar-words.ts';
import { type Days, shifted } from './days.ts';
import { pointsOf } from './points.ts';

/** When articles were published: first and last day, ISO 8601; open where undefined. */
export interface Period {
  since: string | undefined;
  until: string | undefined;
}

/** A period that some plain words say, and which of them. */
export interface SaidPeriod extends Period {
  /** Places in the words, joined with one space. */
  start: number;
  end: number;
  /** A day, a month or a year without a preposition: "the flood of 2023". */
  isBare: boolean;
}

/** Reads days, months, seasons and years in one language. */
interface Calendar {
  days: (said: string, today: string) => Days | undefined;
  forms: readonly { pattern: RegExp; isBare: boolean; period: (a: Days, b: Days) => Period }[];
}

const READERS = CALENDARS.map(compile);

/** Every period in some plain words, the last one first; of two that overlap the longer one. */
export function periodsIn(said: string, today: string): SaidPeriod[] {
  const all = READERS.flatMap((calendar) => found(said, calendar, today));
  const longest = all.sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: SaidPeriod[] = [];
  for (const one of longest) {
    if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one);
  }
  return kept.sort((a, b) => b.start - a.start);
}

/** The days that somebody typed as a date: `2023-05`, `March 2024`, `31.3.2025`, `last year`. */
export function typedDays(text: string, today: string): Days | undefined {
  const said = plainWords(text.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u, '$3 $2 $1'))
    .map(({ plain }) => plain)
    .join(' ');
  for (const { days } of READERS) {
    const read = days(said, today);
    if (read) return read;
  }
  return undefined;
}

function compile(words: CalendarWords): Calendar {
  const points = pointsOf(words).map(({ pattern, days }) => ({
    whole: new RegExp(`^${pattern}$`, 'u'),
    pattern: pattern.replaceAll(/\((?!\?)/gu, '(?:'),
    days,
  }));
  const any = `(?:${points.map(({ pattern }) => pattern).join('|')})`;
  const days = (said: string, today: string) => {
    for (const { whole, days: read } of points) {
      const match = whole.exec(said);
      const some = match && read(match.slice(1), today);
      if (some) return some;
    }
    return undefined;
  };
  const form = (pattern: string, period: Calendar['forms'][number]['period'], isBare = false) => ({
    pattern: new RegExp(
      `(?<= |^)${pattern.replace('A', `(?<a>${any})`).replace('B', `(?<b>${any})`)}(?= |$)`,
      'gu',
    ),
    isBare,
    period,
  });
  return {
    days,
    forms: [
      ...words.between.map((way) =>
        form(way, (a, b) => ({ since: a.first, until: b.last < a.first ? a.last : b.last })),
      ),
      form(`(?:${words.since}) A(?: on| onwards?| an)`, (a) => ({
        since: a.first,
        until: undefined,
      })),
      form(`(?:${words.in}) A`, (a) => ({ since: a.first, until: a.last })),
      form(`(?:${words.since}) A`, (a) => ({ since: a.first, until: undefined })),
      form(`(?:${words.after}) A`, (a) => ({ since: shifted(a.last, 1), until: undefined })),
      form(`(?:${words.until}) A`, (a) => ({ since: undefined, until: a.last })),
      form(`(?:${words.before}) A`, (a) => ({ since: undefined, until: shifted(a.first, -1) })),
      form('A', (a) => ({ since: a.first, until: a.last }), true),
    ],
  };
}

function found(said: string, { days, forms }: Calendar, today: string): SaidPeriod[] {
  return forms.flatMap(({ pattern, period, isBare }) =>
    Array.from(said.matchAll(pattern)).flatMap((match) => {
      const { a: from = '', b: to } = match.groups ?? {};
      // "Between March and May 2024": the year is that of both.
      const year = /\d/u.test(from) ? undefined : /\d{4}$/u.exec(to ?? '')?.[0];
      const a = (year && days(`${from} ${year}`, today)) || days(from, today);
      const b = to === undefined ? a : days(to, today);
      if (!a || !b) return [];
      const start = match.index;
      // "last year" needs none.
      const isAlone = isBare && (/\d/u.test(match[0]) || !match[0].includes(' '));
      return [{ ...period(a, b), start, end: start + match[0].length, isBare: isAlone }];
    }),
  );
}
