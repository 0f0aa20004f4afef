import { type KeywordColumns, keywordColumnsOf } from './keyword-codec.ts';
import { NumberReader } from './number-codec.ts';
import type { PassageRange } from './places.ts';

/** The keywords of a segment's passages. Terms are numbers that only mean something here. */
export class KeywordSegment {
  readonly #columns: KeywordColumns;

  /** @throws Error when the content is not what `encodeKeywords` makes. */
  constructor(content: Buffer) {
    this.#columns = keywordColumnsOf(content);
  }

  /** Number of passages. */
  get size(): number {
    return this.#columns.lengths.length;
  }

  /** How many terms a passage has. */
  lengthOf(passage: number): number {
    return this.#columns.lengths[passage] ?? 0;
  }

  /** The number of a term, undefined where no passage has it. */
  numberOf(term: string): number | undefined {
    const { termEnds, termNumbers, vocabulary } = this.#columns;
    const sought = Buffer.from(term);
    let [low, high] = [0, termEnds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : (termEnds[middle - 1] ?? 0);
      const order = sought.compare(vocabulary, start, termEnds[middle]);
      if (order === 0) return termNumbers[middle];
      if (order > 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  /** In how many passages a term stands. */
  having(term: number): number {
    return this.#columns.having[term] ?? 0;
  }

  /** In how many passages of some ranges, which are in order, a term stands. */
  countWithin(term: number, within: readonly PassageRange[]): number {
    const { postings, postingStarts, having } = this.#columns;
    const reader = new NumberReader(postings, postingStarts[term] ?? 0);
    let passage = 0;
    let count = 0;
    let range = 0;
    for (let left = having[term] ?? 0; left > 0; left--) {
      const step = reader.next();
      if ((step & 1) === 1) reader.next();
      passage += step >>> 1;
      while (passage >= (within[range]?.last ?? Number.POSITIVE_INFINITY)) range++;
      if (passage >= (within[range]?.first ?? Number.POSITIVE_INFINITY)) count++;
    }
    return count;
  }

  /** The terms of a passage, in order. */
  sequenceOf(passage: number): Uint32Array {
    const { sequences, sequenceStarts, lengths } = this.#columns;
    const reader = new NumberReader(sequences, sequenceStarts[passage] ?? 0);
    const terms = new Uint32Array(lengths[passage] ?? 0);
    for (let i = 0; i < terms.length; i++) terms[i] = reader.next();
    return terms;
  }

  /** How often the terms of each pair follow each other in a passage. */
  countPairs(passage: number, pairs: readonly TermPair[]): number[] {
    const { sequences, sequenceStarts, lengths } = this.#columns;
    const reader = new NumberReader(sequences, sequenceStarts[passage] ?? 0);
    const counts = pairs.map(() => 0);
    let before = -1;
    for (let left = lengths[passage] ?? 0; left > 0; left--) {
      const term = reader.next();
      for (let i = 0; i < pairs.length; i++) {
        const pair = pairs[i];
        if (pair?.second === term && pair.first === before) counts[i] = (counts[i] ?? 0) + 1;
      }
      before = term;
    }
    return counts;
  }

  /**
   * Adds to the score of each passage what a term gives it by BM25: `most` times
   * count ÷ (count + `base` + `slope` × length).
   */
  addScores(term: number, most: number, { base, slope }: LengthNorm, scores: Float64Array): void {
    const { postings, postingStarts, having, lengths } = this.#columns;
    let place = postingStarts[term] ?? 0;
    let passage = 0;
    // Where a search spends its time: most numbers are one byte, and are read here.
    for (let left = having[term] ?? 0; left > 0; left--) {
      let step = postings[place++] ?? 0;
      if (step >= 0x80) {
        const reader = new NumberReader(postings, place - 1);
        step = reader.next();
        place = reader.place;
      }
      passage += step >>> 1;
      let count = 1;
      if ((step & 1) === 1) {
        const reader = new NumberReader(postings, place);
        count = reader.next();
        place = reader.place;
      }
      const share = count / (count + base + slope * (lengths[passage] ?? 0));
      scores[passage] = (scores[passage] ?? 0) + most * share;
    }
  }
}

/** Two terms, by their numbers, that follow each other. */
export interface TermPair {
  first: number;
  second: number;
}

/** How much the length of a passage counts against its terms. */
export interface LengthNorm {
  base: number;
  slope: number;
}
