/** A day, a month or a year, as far as a text says. */
export interface CalendarValue {
  year?: number;
  month?: number;
  day?: number;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const MONTH = `(?<month>${MONTHS.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|')}|sept\\.?)`;
const YEAR = '(?<year>1[0-9]\\d\\d|20\\d\\d)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
/** Most exact first. "May" and "March" alone are a verb or a walk more often than a month. */
const DATES: readonly RegExp[] = [
  /(?<![\d.,-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/gu,
  new RegExp(`(?<![\\d.,])${DAY}(?: of)? ${MONTH},? ${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\p{L})${MONTH} ${DAY},? ${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<![\\d.,])${DAY}(?: of)? ${MONTH}(?!\\p{L})`, 'giu'),
  new RegExp(`(?<!\\p{L})${MONTH} ${DAY}(?![\\d,.]*\\d)`, 'giu'),
  new RegExp(`(?<!\\p{L})${MONTH},? ${YEAR}(?!\\d)`, 'giu'),
  new RegExp(
    `(?<=(?:^|[^\\p{L}])(?:in|since|from|until|till|by|of|to|and|year|spring|summer|autumn|fall|winter|,|\\() ?)${YEAR}(?![\\d,.]*\\d|s\\b|[–-]\\d)`,
    'giu',
  ),
];

const TIMES: readonly RegExp[] = [
  /(?<![\d.,:])(?<hour>[01]?\d|2[0-3])[:.](?<minute>[0-5]\d)\s?(?<half>[ap]\.?m\b\.?)/giu,
  /(?<![\d.,:])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:])/gu,
  /(?<![\d.,:])(?<hour>1[0-2]|0?[1-9])\s?(?<half>[ap]\.?m\b\.?)/giu,
  /\b(?:(?<away>[a-z]+|\d{1,2})(?: minutes?)? (?<side>to|before|past|after) )?(?<named>noon|midday|midnight)\b/giu,
];
const AWAY: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  quarter: 15,
  fifteen: 15,
  twenty: 20,
  half: 30,
};
const DAY_MINUTES = 24 * 60;

/** The dates in a text, and the text with blanks in their place. */
export function takeDates(text: string): { found: CalendarValue[]; rest: string } {
  const found: CalendarValue[] = [];
  let rest = text;
  for (const pattern of DATES) {
    rest = rest.replace(pattern, (match, ...args) => {
      const { year, month, day } = args.at(-1) as Record<string, string | undefined>;
      found.push({
        ...(year ? { year: Number(year) } : {}),
        ...(month ? { month: monthOf(month) } : {}),
        ...(day ? { day: Number(day) } : {}),
      });
      return ' '.repeat(match.length);
    });
  }
  return { found, rest };
}

/** The clock times in a text, in minutes after midnight, and the text with blanks in their place. */
export function takeTimes(text: string): { found: number[]; rest: string } {
  const found: number[] = [];
  let rest = text;
  for (const pattern of TIMES) {
    rest = rest.replace(pattern, (match, ...args) => {
      const minutes = minutesOf(args.at(-1) as Record<string, string | undefined>);
      if (minutes === undefined) return match;
      found.push(minutes);
      return ' '.repeat(match.length);
    });
  }
  return { found, rest };
}

function minutesOf(groups: Record<string, string | undefined>): number | undefined {
  const { hour, minute = '0', half, named, away, side } = groups;
  if (named) {
    const at = named.toLowerCase() === 'midnight' ? 0 : DAY_MINUTES / 2;
    if (away === undefined || side === undefined) return at;
    const minutes = AWAY[away.toLowerCase()] ?? Number(away);
    if (!Number.isFinite(minutes)) return at;
    const sign = /to|before/iu.test(side) ? -1 : 1;
    return (at + sign * minutes + DAY_MINUTES) % DAY_MINUTES;
  }
  const clock = Number(hour);
  const hours = half ? (clock % 12) + (/^p/iu.test(half) ? 12 : 0) : clock;
  return hours * 60 + Number(minute);
}

function monthOf(written: string): number {
  if (/^\d/u.test(written)) return Number(written);
  return MONTHS.findIndex((name) => name.startsWith(written.toLowerCase().slice(0, 3))) + 1;
}

/** Whether two dates cannot be the same: a part that both have differs, the year before all. */
export function datesDiffer(a: CalendarValue, b: CalendarValue): boolean {
  const parts = ['year', 'month', 'day'] as const;
  return parts.some(
    (part) => a[part] !== undefined && b[part] !== undefined && a[part] !== b[part],
  );
}
