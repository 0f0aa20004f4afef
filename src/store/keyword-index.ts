import { Turns } from '../runtime/event-loop.ts';
import type { PassageRange, PassageScore } from './places.ts';
import { type Postings, postingsOf } from './postings.ts';
import { termsOf } from './terms.ts';
import { topK } from './top-k.ts';

/** BM25: how soon more of a term stops to count, and how much length counts. Lucene's defaults. */
const K1 = 1.2;
const B = 0.75;

/**
 * What two words that follow each other as in the query are worth, in parts of the rarer one: the
 * ordered pairs of Metzler and Croft's sequential dependence (SIGIR 2005). Measured between 0 and
 * 2: from 0.3 to 1 it ranks names and compounds better, above that it drowns single words.
 */
const PAIR_WEIGHT = 0.5;
/** Pairs are counted in so many passages, the best by single words. */
const PAIR_CANDIDATES = 100;

/** Which terms stand in each passage, in order; terms are numbers, places in the vocabulary. */
export interface TermSequences {
  vocabulary: readonly string[];
  sequences: readonly Uint32Array[];
}

/** Finds passages by their words: BM25 with Lucene's idf, and a bonus for words side by side. */
export class KeywordIndex {
  readonly #sequences: readonly Uint32Array[];
  readonly #numbers: Map<string, number>;
  readonly #postings: Postings;
  readonly #meanLength: number;

  private constructor(
    sequences: readonly Uint32Array[],
    numbers: Map<string, number>,
    postings: Postings,
  ) {
    this.#sequences = sequences;
    this.#numbers = numbers;
    this.#postings = postings;
    this.#meanLength = sequences.reduce((sum, { length }) => sum + length, 0) / sequences.length;
  }

  static async of({ vocabulary, sequences }: TermSequences): Promise<KeywordIndex> {
    const turns = new Turns();
    const numbers = new Map<string, number>();
    for (const [number, term] of vocabulary.entries()) {
      numbers.set(term, number);
      if (turns.isOver) await turns.next();
    }
    return new KeywordIndex(sequences, numbers, await postingsOf(sequences, vocabulary.length));
  }

  /** Number of passages. */
  get size(): number {
    return this.#sequences.length;
  }

  /** The idf of each distinct term of a query: ln(1 + (N - n + 0.5) / (n + 0.5)). */
  termWeights(query: string): Map<string, number> {
    return new Map(termsOf(query).map((term) => [term, this.#idf(this.#numbers.get(term))]));
  }

  /** Best first, equals by their place; only passages that share a term with the query. */
  searchKeywords(query: string, k: number, within?: readonly PassageRange[]): PassageScore[] {
    const terms = termsOf(query).map((term) => this.#numbers.get(term));
    const scores = this.#scores(terms);
    const candidates = topK(within ? only(scores, within) : scores, Math.max(k, PAIR_CANDIDATES));
    const pairs = this.#pairs(terms);
    return candidates
      .map(({ passage, score }) => ({ passage, score: score + this.#pairScore(passage, pairs) }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, k);
  }

  /** @param terms of a query, undefined where no passage has the term. */
  #scores(terms: readonly (number | undefined)[]): Float64Array {
    const { starts, passages, counts } = this.#postings;
    const scores = new Float64Array(this.#sequences.length);
    for (const term of new Set(terms)) {
      if (term === undefined) continue;
      const idf = this.#idf(term);
      const end = starts[term + 1] ?? 0;
      for (let i = starts[term] ?? 0; i < end; i++) {
        const passage = passages[i] ?? 0;
        scores[passage] = (scores[passage] ?? 0) + idf * this.#saturate(counts[i] ?? 0, passage);
      }
    }
    return scores;
  }

  /** The idf of each two terms side by side in a query. */
  #pairs(terms: readonly (number | undefined)[]): Map<number, number> {
    const pairs = new Map<number, number>();
    for (const [i, second] of terms.entries()) {
      const first = terms[i - 1];
      if (first === undefined || second === undefined || first === second) continue;
      pairs.set(this.#pairKey(first, second), Math.min(this.#idf(first), this.#idf(second)));
    }
    return pairs;
  }

  #pairScore(passage: number, pairs: ReadonlyMap<number, number>): number {
    const counts = new Map<number, number>();
    let before = -1;
    for (const term of this.#sequences[passage] ?? []) {
      const key = this.#pairKey(before, term);
      if (pairs.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
      before = term;
    }
    let score = 0;
    for (const [key, count] of counts) {
      score += PAIR_WEIGHT * (pairs.get(key) ?? 0) * this.#saturate(count, passage);
    }
    return score;
  }

  #pairKey(first: number, second: number): number {
    return first * this.#numbers.size + second;
  }

  #idf(term: number | undefined): number {
    const all = this.#sequences.length;
    const { starts } = this.#postings;
    const having = term === undefined ? 0 : (starts[term + 1] ?? 0) - (starts[term] ?? 0);
    return Math.log(1 + (all - having + 0.5) / (having + 0.5));
  }

  /** BM25's share of a term that stands `count` times in a passage: from 0 to `K1` + 1. */
  #saturate(count: number, passage: number): number {
    const length = (this.#sequences[passage]?.length ?? 0) / this.#meanLength;
    return (count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
  }
}

function only(scores: Float64Array, within: readonly PassageRange[]): Float64Array {
  const kept = new Float64Array(scores.length);
  for (const { first, last } of within) kept.set(scores.subarray(first, last), first);
  return kept;
}
