import { termsOf } from './terms.ts';
import { topK } from './topK.ts';
import type { PassageRange, PassageScore } from './vectorIndex.ts';

/** How soon more of the same term in a passage stops to count (Robertson and Zaragoza 2009). */
export const K1 = 1.2;
/** How much a longer passage counts less, from 0 to 1. */
export const B = 0.75;

/** The numbers that the index is saved as; see `keywordCodec.ts`. */
export interface Postings {
  terms: string[];
  /** Where in `passages` and `counts` the postings of each term begin; one more than terms. */
  starts: Uint32Array;
  passages: Uint32Array;
  counts: Uint32Array;
  /** Number of terms in each passage. */
  lengths: Uint32Array;
}

/** Finds passages by their words: BM25 with the idf of Lucene, which is never negative. */
export class KeywordIndex {
  readonly postings: Postings;
  readonly #numbers: Map<string, number>;
  readonly #meanLength: number;

  constructor(postings: Postings) {
    this.postings = postings;
    this.#numbers = new Map(postings.terms.map((term, i) => [term, i]));
    this.#meanLength = postings.lengths.reduce((a, b) => a + b, 0) / postings.lengths.length;
  }

  static of(texts: readonly string[]): KeywordIndex {
    const found = new Map<string, { passages: number[]; counts: number[] }>();
    const lengths = Uint32Array.from(texts, (text, passage) => {
      const terms = termsOf(text);
      for (const [term, count] of countsOf(terms)) {
        const list = found.get(term) ?? { passages: [], counts: [] };
        list.passages.push(passage);
        list.counts.push(count);
        found.set(term, list);
      }
      return terms.length;
    });
    const terms = [...found.keys()].sort();
    const lists = terms.map((term) => found.get(term) ?? { passages: [], counts: [] });
    let start = 0;
    return new KeywordIndex({
      terms,
      starts: Uint32Array.from([0, ...lists.map(({ passages }) => (start += passages.length))]),
      passages: Uint32Array.from(lists.flatMap(({ passages }) => passages)),
      counts: Uint32Array.from(lists.flatMap(({ counts }) => counts)),
      lengths,
    });
  }

  /** The idf of each distinct term of a query: ln(1 + (N - n + 0.5) / (n + 0.5)). */
  terms(query: string): Map<string, number> {
    const all = this.postings.lengths.length;
    return new Map(
      termsOf(query).map((term) => {
        const [start, end] = this.#range(term);
        const having = end - start;
        return [term, Math.log(1 + (all - having + 0.5) / (having + 0.5))];
      }),
    );
  }

  /** Best first, equals by their place; only passages that share a term with the query. */
  best(query: string, k: number, within?: PassageRange[]): PassageScore[] {
    const { passages, counts, lengths } = this.postings;
    const scores = new Float64Array(lengths.length);
    for (const [term, idf] of this.terms(query)) {
      const [start, end] = this.#range(term);
      for (let i = start; i < end; i++) {
        const passage = passages[i] ?? 0;
        const count = counts[i] ?? 0;
        const length = (lengths[passage] ?? 0) / this.#meanLength;
        const score = (idf * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
        scores[passage] = (scores[passage] ?? 0) + score;
      }
    }
    return topK(within ? only(scores, within) : scores, k);
  }

  #range(term: string): [start: number, end: number] {
    const number = this.#numbers.get(term);
    if (number === undefined) return [0, 0];
    return [this.postings.starts[number] ?? 0, this.postings.starts[number + 1] ?? 0];
  }
}

function countsOf(terms: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function only(scores: Float64Array, within: PassageRange[]): Float64Array {
  const kept = new Float64Array(scores.length);
  for (const { first, last } of within) kept.set(scores.subarray(first, last), first);
  return kept;
}
