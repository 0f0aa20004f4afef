/**
 * What a slip of the fingers costs: the likelier it is, the less. Swapped and doubled letters and
 * the key beside are what hands do; another letter altogether is more often another word.
 */
const COST = {
  swapped: 0.8,
  doubled: 0.8,
  keyBeside: 0.9,
  missing: 1,
  extra: 1,
  /** "seperate": a slip of the ear. */
  vowel: 1,
  other: 1.3,
};
const CHEAPEST = Math.min(...Object.values(COST));
/** On top where the first letter is concerned: it is seldom mistyped. */
const FIRST_LETTER = 0.5;

/** Neighbours in these rows are keys beside each other (QWERTY). */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const BESIDE = new Set(
  ROWS.flatMap((row) =>
    [...row.slice(1)].flatMap((key, i) => [`${row[i]}${key}`, `${key}${row[i]}`]),
  ),
);

/**
 * The cost of the cheapest slips that make `typed` of `word`; Infinity where it is above `most`.
 * Optimal string alignment (Damerau's four edits, no letter edited twice) with weights.
 *
 * @param typed in small letters, like `word`
 */
export function slipCost(typed: string, word: string, most: number): number {
  const slips = Math.floor(most / CHEAPEST);
  if (Math.abs(typed.length - word.length) > slips) return Number.POSITIVE_INFINITY;
  // A slip takes one letter away at most, and adds one.
  if (bitsOf(lettersOf(typed) ^ lettersOf(word)) > 2 * slips) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from(word, () => 0);
  last.push(0);
  for (let j = 1; j <= word.length; j++) {
    last[j] = (last[j - 1] as number) + missed(word, j);
  }
  for (let i = 1; i <= typed.length; i++) {
    const row = [(last[0] as number) + added(typed, i)];
    for (let j = 1; j <= word.length; j++) {
      let cost = Math.min(
        (last[j] as number) + added(typed, i),
        (row[j - 1] as number) + missed(word, j),
        (last[j - 1] as number) + replaced(typed, i, word, j),
      );
      if (isSwapped(typed, i, word, j)) {
        cost = Math.min(cost, (before[j - 2] as number) + COST.swapped + atFirst(j - 1));
      }
      row.push(cost);
    }
    if (Math.min(...row) > most) return Number.POSITIVE_INFINITY;
    before = last;
    last = row;
  }
  const cost = last[word.length] as number;
  return cost > most ? Number.POSITIVE_INFINITY : cost;
}

const VOWELS = /^[aeiouy]{2}$/;

/** Which letters a word has, as bits; rare ones share a bit. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function bitsOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

function atFirst(place: number): number {
  return place === 1 ? FIRST_LETTER : 0;
}

/** A letter of the word that was not typed: one of two equal ones, or another. */
function missed(word: string, j: number): number {
  return (word[j - 1] === word[j - 2] ? COST.doubled : COST.missing) + atFirst(j);
}

/** A letter that was typed and is none of the word's: the one before again, or another. */
function added(typed: string, i: number): number {
  return (typed[i - 1] === typed[i - 2] ? COST.doubled : COST.extra) + atFirst(i);
}

function replaced(typed: string, i: number, word: string, j: number): number {
  const [hit, meant] = [typed[i - 1] as string, word[j - 1] as string];
  if (hit === meant) return 0;
  if (BESIDE.has(hit + meant)) return COST.keyBeside + atFirst(j);
  return (VOWELS.test(hit + meant) ? COST.vowel : COST.other) + atFirst(j);
}

function isSwapped(typed: string, i: number, word: string, j: number): boolean {
  return i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
}
