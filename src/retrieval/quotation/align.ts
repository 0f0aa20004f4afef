import { STOP_WORDS } from '../../store/stop-words.ts';
import type { Token } from './tokens.ts';

/** What a token weighs in a comparison: what carries meaning counts most. */
const WORD_WEIGHT = 1;
const STOP_WORD_WEIGHT = 0.4;
const MARK_WEIGHT = 0.2;
/** Words that are left out of a quotation cost less than words that are put in. */
const LEFT_OUT = 0.6;
/** Share of a word's weight where only its case or its ending differs. */
const OTHER_CASE = 0.1;
const OTHER_ENDING = 0.5;
const MIN_STEM = 4;

/** The piece of a text that is nearest to a quotation. */
export interface Alignment {
  /** Indexes of the first and the last token. */
  first: number;
  last: number;
  /** 0 where nothing differs, 1 where everything does. */
  distance: number;
}

/** What is compared of a token, as numbers that are equal where the texts are. */
interface Features {
  key: Int32Array;
  lowerCase: Int32Array;
  /** The first letters of a word; a number of its own where it has fewer. */
  stem: Int32Array;
  isWord: Uint8Array;
  weight: Float64Array;
}

/**
 * The run of `text` that the whole of `quoted` fits best (Sellers' algorithm: an edit distance whose
 * ends are free in one of the two). Takes time and space for `quoted.length` times `text.length`.
 */
export function align(quoted: readonly Token[], text: readonly Token[]): Alignment | undefined {
  const numbers = new Map<string, number>();
  const ours = featuresOf(quoted, numbers);
  const theirs = featuresOf(text, numbers);
  const total = ours.weight.reduce((sum, weight) => sum + weight, 0);
  if (total === 0 || text.length === 0) return undefined;
  let costs = new Float64Array(text.length + 1);
  let starts = Int32Array.from(costs, (_, at) => at);
  let nextCosts = new Float64Array(text.length + 1);
  let nextStarts = new Int32Array(text.length + 1);
  for (let row = 0; row < quoted.length; row++) {
    const weight = ours.weight[row] as number;
    nextCosts[0] = (costs[0] as number) + weight;
    nextStarts[0] = 0;
    for (let at = 1; at <= text.length; at++) {
      const otherWeight = theirs.weight[at - 1] as number;
      const changed =
        (costs[at - 1] as number) +
        difference(ours, row, theirs, at - 1) * Math.max(weight, otherWeight);
      const putIn = (costs[at] as number) + weight;
      const leftOut = (nextCosts[at - 1] as number) + LEFT_OUT * otherWeight;
      const least = Math.min(changed, putIn, leftOut);
      nextCosts[at] = least;
      if (least === changed) nextStarts[at] = starts[at - 1] as number;
      else if (least === putIn) nextStarts[at] = starts[at] as number;
      else nextStarts[at] = nextStarts[at - 1] as number;
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }
  const end = costs.indexOf(Math.min(...costs));
  const first = starts[end] as number;
  if (end <= first) return undefined;
  return { first, last: end - 1, distance: (costs[end] as number) / total };
}

function featuresOf(tokens: readonly Token[], numbers: Map<string, number>): Features {
  const numberOf = (text: string) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  return {
    key: Int32Array.from(tokens, ({ key }) => numberOf(key)),
    lowerCase: Int32Array.from(tokens, ({ key }) => numberOf(key.toLowerCase())),
    stem: Int32Array.from(tokens, ({ key }) => numberOf(stemOf(key.toLowerCase()))),
    isWord: Uint8Array.from(tokens, ({ isWord }) => (isWord ? 1 : 0)),
    weight: Float64Array.from(tokens, weightOf),
  };
}

/** Numbers have no endings. */
function stemOf(word: string): string {
  return /^\p{L}{4}/u.test(word) ? `${word.slice(0, MIN_STEM)}-` : word;
}

function weightOf({ isWord, key }: Token): number {
  if (!isWord) return MARK_WEIGHT;
  return STOP_WORDS.has(key.toLowerCase()) ? STOP_WORD_WEIGHT : WORD_WEIGHT;
}

function difference(a: Features, i: number, b: Features, j: number): number {
  if (a.key[i] === b.key[j]) return 0;
  if (!a.isWord[i] || !b.isWord[j]) return a.isWord[i] === b.isWord[j] ? 1 : 2;
  if (a.lowerCase[i] === b.lowerCase[j]) return OTHER_CASE;
  return a.stem[i] === b.stem[j] ? OTHER_ENDING : 1;
}
