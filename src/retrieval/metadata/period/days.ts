/** From one day to another, both of them included: ISO 8601 calendar dates. */
export interface Days {
  first: string;
  last: string;
}

/** A year, a month of it, or a day of that; undefined where the calendar has no such day. */
export function daysIn(year: number, month?: number, day?: number): Days | undefined {
  const first = calendarDay(year, month ?? 1, day ?? 1);
  const last = calendarDay(year, month ?? 12, day ?? lastDay(year, month ?? 12));
  return first && last ? { first, last } : undefined;
}

/** Some months that follow each other, the first one given. */
export function monthsFrom(year: number, month: number, count: number): Days {
  const end = new Date(Date.UTC(year, month - 1 + count, 0));
  return { first: isoDay(new Date(Date.UTC(year, month - 1, 1))), last: isoDay(end) };
}

/** The day that many days later; earlier where the number is negative. */
export function shifted(day: string, days: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return isoDay(date);
}

/** Monday to Sunday of the week that a day is in. */
export function weekOf(day: string): Days {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return { first: shifted(day, -weekday), last: shifted(day, 6 - weekday) };
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(date) : undefined;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
