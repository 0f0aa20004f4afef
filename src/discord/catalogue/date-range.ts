/** First and last day of what somebody wrote as a day, a month or a year; undefined if it is none. */
export function daysOf(written: string): { first: string; last: string } | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(written.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const first = utc(year, month ?? 1, day ?? 1);
  const last = utc(year, month ?? 12, day ?? new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate());
  return first && last ? { first, last } : undefined;
}

function utc(year: number, month: number, day: number): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}
