import { termsOf } from '../../store/terms.ts';
import { type CalendarValue, takeDates, takeTimes } from './dates.ts';
import { NUMBER, parseNumber } from './numbers.ts';
import { currencyBefore, type Unit, unitAt } from './units.ts';

/** A figure, as the range of values that it may stand for. */
export interface Amount {
  low: number;
  high: number;
  unit: Unit | undefined;
  /** Terms of the words after it, up to three: what is counted is among them. */
  counted: readonly string[];
}

/** Everything in a sentence that can be compared. */
export interface Quantities {
  amounts: Amount[];
  dates: CalendarValue[];
  /** Minutes after midnight. */
  times: number[];
}

const ABOUT =
  /(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|circa|ca?\.|~|≈|close to)\s*$/iu;
const AT_LEAST = /(?:more than|at least|over|above|no fewer than|no less than|upwards of|>)\s*$/iu;
const AT_MOST = /(?:less than|fewer than|at most|under|below|up to|no more than|<)\s*$/iu;
/** What "about" may be off by. */
const ABOUT_SHARE = 0.1;
const RANGE = new RegExp(
  `(?<![\\p{L}\\d.,])(?<from>${NUMBER})(?<fromUnit>[\\s\\p{L}%°]{0,15}?)(?: to | and |\\s?[–-]\\s?| or )(?<to>${NUMBER})`,
  'giu',
);
const SINGLE = new RegExp(`(?<![\\p{L}\\d.,])${NUMBER}`, 'giu');
/** "12 of the plant's 455 employees": the first figure counts, and counts employees. */
const OUT_OF = new RegExp(
  `^ (?:out )?of (?:(?:the|its|their|our|all|these|those|\\p{L}+['’]s)\\s){0,3}${NUMBER}`,
  'iu',
);
const FOLLOWING = 3;
/** What is counted stands before these. */
const ENDS_NOUN =
  /[.;:!?()]|,|\b(?:and|or|but|to|in|at|on|from|by|with|for|who|which|that|were|was|are|is|had|have|has)\b/iu;

/** The figures, dates and clock times of a sentence. */
export function quantitiesIn(sentence: string): Quantities {
  const { found: dates, rest: undated } = takeDates(sentence);
  const { found: times, rest } = takeTimes(undated);
  return { amounts: amountsIn(rest), dates, times };
}

function amountsIn(text: string): Amount[] {
  const amounts: Amount[] = [];
  let rest = text;
  const blank = (index: number, length: number) => {
    rest = `${rest.slice(0, index)}${' '.repeat(length)}${rest.slice(index + length)}`;
  };
  for (const match of text.matchAll(RANGE)) {
    const low = parseNumber(match.groups?.from ?? '');
    const high = parseNumber(match.groups?.to ?? '');
    const isBetween = /between\s*$|from\s*$/iu.test(text.slice(0, match.index));
    const isAnd = /(?<!\p{L})and /u.test(match[0]);
    if (!low || !high || low.value >= high.value || (isAnd && !isBetween)) continue;
    if (/\p{L}/u.test(match.groups?.fromUnit ?? '') && !unitAt(match.groups?.fromUnit ?? ''))
      continue;
    const end = match.index + match[0].length;
    // "two to six billion": the scale belongs to both.
    const scale =
      low.value < 1_000 && high.value >= 1_000_000
        ? 10 ** (Math.floor(Math.log10(high.value) / 3) * 3)
        : 1;
    const values = { low: low.value * scale - low.tolerance, high: high.value + high.tolerance };
    amounts.push({ ...values, ...named(text, match.index, end) });
    blank(match.index, match[0].length);
  }
  const singles = rest;
  for (const { 0: written, index } of singles.matchAll(SINGLE)) {
    if (rest.slice(index, index + 1).trim() === '') continue;
    const number = parseNumber(written);
    if (!number) continue;
    const before = singles.slice(0, index);
    let end = index + written.length;
    const whole = OUT_OF.exec(singles.slice(end));
    if (whole) {
      blank(end, whole[0].length);
      end += whole[0].length;
    }
    const after = named(singles, index, end);
    // "a", "one" and "second" are seldom figures.
    if (/^(?:one|a|an)$/iu.test(written.trim()) && !after.unit) continue;
    amounts.push({ ...valuesOf(number, before), ...after });
  }
  return amounts;
}

function valuesOf({ value, tolerance }: { value: number; tolerance: number }, before: string) {
  const bare = before.replace(/[€$£]\s?$/u, '');
  if (AT_LEAST.test(bare)) return { low: value, high: Number.POSITIVE_INFINITY };
  if (AT_MOST.test(bare)) return { low: Number.NEGATIVE_INFINITY, high: value };
  const off = ABOUT.test(bare) ? Math.max(tolerance, ABOUT_SHARE * value) : tolerance;
  return { low: value - off, high: value + off };
}

/** The unit of a figure, or what is counted. */
function named(text: string, start: number, end: number): Pick<Amount, 'unit' | 'counted'> {
  const after = text.slice(end);
  const unit = unitAt(after)?.unit ?? currencyBefore(text.slice(0, start));
  if (unit) return { unit, counted: [] };
  const noun = after.slice(0, ENDS_NOUN.exec(after)?.index);
  const words = noun.trim().split(/\s+/u).slice(0, FOLLOWING).join(' ');
  return { unit: undefined, counted: /\d/u.test(words) ? [] : termsOf(words) };
}
