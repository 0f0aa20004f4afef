const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

const DAY_FIRST = new RegExp(`^${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})$`, 'i');
const MONTH_FIRST = new RegExp(`^${MONTH}\\s+${DAY},?\\s+(\\d{4})$`, 'i');
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const NUMERIC = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;

/** The date at the end of a line, as people write it; what is no real date is for the parser to say. */
export const WRITTEN_DATE = new RegExp(
  `(?:\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+(?:Z|[+-][\\d:]+)?)?|${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+\\d{4}|${MONTH}\\s+${DAY},?\\s+\\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})$`,
  'i',
);

/** An ISO 8601 date, with or without a time, as the calendar date it names; null if it is none. */
export function isoDate(text: string): string | null {
  const parts = ISO.exec(text);
  return parts && calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/**
 * `Mar 03, 2025`, `3rd March 2025`, `2025-03-03` or `25/03/2025` as an ISO 8601 calendar date.
 * Null for everything else, for days that do not exist, and for `03/04/2025`, which may be either.
 */
export function writtenDate(text: string): string | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return calendarDate(Number(dayFirst[3]), month(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) {
    return calendarDate(Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2]));
  }
  const numeric = NUMERIC.exec(text);
  if (!numeric) return isoDate(text);
  const [first, second, year] = numeric.slice(1).map(Number) as [number, number, number];
  if (first <= 12 && second <= 12 && first !== second) return null;
  return first > 12 ? calendarDate(year, second, first) : calendarDate(year, first, second);
}

function month(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function calendarDate(year: number, monthNumber: number, day: number): string | null {
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  date.setUTCFullYear(year);
  const isReal = date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === day;
  return isReal && year > 0 ? date.toISOString().slice(0, 10) : null;
}
