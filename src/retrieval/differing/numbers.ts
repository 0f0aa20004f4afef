const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL = new Map<string, number>([
  ['zero', 0],
  ...UNITS.map((word, index) => [word, index + 1] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const SCALES = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
]);

const SCALE = [...SCALES.keys()].join('|');
const WORD = `(?:${[...SMALL.keys(), SCALE].join('|')})`;
/** `1,900`, `5.82`, `1 900`, `14 million`, `twenty-seven`, `a hundred and twelve`. */
export const NUMBER = `(?:\\d+(?:[.,]\\d+)*(?:[\\u00a0\\u202f ]\\d{3}(?!\\d))*(?:[ -\\u00a0]+(?:${SCALE})s?)?|(?:(?:an?|half a) +)?${WORD}s?(?:(?:[ -]+| +and +)${WORD}s?)*)(?![\\p{L}\\d])`;

export interface Numeral {
  value: number;
  /** Half of what its last written place is worth: it may have been rounded there. */
  tolerance: number;
}

/** From this number on, zeros at the end are taken for rounding. */
const ROUND_FROM = 100;

/** The value of a text that matches {@link NUMBER}; undefined where it is none after all. */
export function parseNumber(text: string): Numeral | undefined {
  const digits = /^\d+(?:[.,]\d+)*(?:[\u00a0\u202f ]\d{3})*/u.exec(text)?.[0];
  if (digits === undefined) return parseWords(text.toLowerCase());
  const scale = SCALES.get(text.slice(digits.length).trim().toLowerCase().replace(/s$/u, '')) ?? 1;
  const plain = withoutSeparators(digits);
  const value = Number(plain);
  if (!Number.isFinite(value)) return undefined;
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { value: value * scale, tolerance: (scale * place(value, decimals)) / 2 };
}

/** A comma before three digits parts thousands; before others it is a decimal comma. */
function withoutSeparators(digits: string): string {
  const joined = digits.replace(/[\u00a0\u202f ]/gu, '');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(joined)) return joined.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/u.test(joined)) {
    return joined.replaceAll('.', '').replace(',', '.');
  }
  return /^\d+,\d+$/u.test(joined) ? joined.replace(',', '.') : joined;
}

function place(value: number, decimals: number): number {
  if (decimals > 0) return 10 ** -decimals;
  if (value < ROUND_FROM) return 1;
  const zeros = /0*$/u.exec(String(value))?.[0].length ?? 0;
  return 10 ** zeros;
}

function parseWords(text: string): Numeral | undefined {
  let sum = 0;
  let part = 0;
  for (const word of text.split(/[ -]+/u)) {
    const singular = word.replace(/s$/u, '');
    const small = SMALL.get(word) ?? SMALL.get(singular);
    const scale = SCALES.get(word) ?? SCALES.get(singular);
    if (word === 'half') part = 0.5;
    else if (small !== undefined) part += small;
    else if (scale !== undefined && scale <= 100) part = (part || 1) * scale;
    else if (scale !== undefined) {
      sum += (part || 1) * scale;
      part = 0;
    }
  }
  const value = sum + part;
  return value > 0 || text === 'zero' ? { value, tolerance: place(value, 0) / 2 } : undefined;
}
