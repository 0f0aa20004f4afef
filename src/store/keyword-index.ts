import type { KeywordSegment, LengthNorm, TermPair } from './keyword-segment.ts';
import type { PassageRange, PassageScore } from './places.ts';
import { queryTerms } from './terms.ts';
import { topK } from './top-k.ts';

/** BM25: how soon more of a term stops to count, and how much length counts. Lucene's defaults. */
export const K1 = 1.2;
export const B = 0.75;

/**
 * What two words that follow each other as in the query are worth, in parts of the rarer one: the
 * ordered pairs of Metzler and Croft's sequential dependence (SIGIR 2005). Measured between 0 and
 * 2: from 0.3 to 1 it ranks names and compounds better, above that it drowns single words.
 */
export const PAIR_WEIGHT = 0.5;
/** Pairs are counted in at most this many passages, the best by single words. */
export const PAIR_CANDIDATES = 100;

/** The keywords of a segment, and which of its passages are still part of the index. */
export interface LiveKeywords {
  keywords: KeywordSegment;
  live: readonly PassageRange[];
  /** All others. */
  dead: readonly PassageRange[];
  /** The place of a live passage in the corpus. */
  placeOf(passage: number): number;
}

interface Part extends LiveKeywords {
  /** In how many of the live passages terms stand: counted when it is first asked for. */
  having: Map<number, number>;
  /** One for all searches, which each begin with zeros. */
  scores: Float64Array;
}

export interface KeywordHit extends PassageScore {
  /** The number of its segment. */
  segment: number;
  /** Its place in the corpus. */
  place: number;
}

/** Finds passages by their words: BM25 with Lucene's idf, and a bonus for words side by side. */
export class KeywordIndex {
  readonly #parts: readonly Part[];
  /** Number of live passages, and of their terms. */
  readonly #passages: number = 0;
  readonly #norm: LengthNorm;
  readonly #languages: readonly string[];

  /** @param languages codes of the texts' languages, each once, the most frequent first */
  constructor(segments: readonly LiveKeywords[], languages: readonly string[]) {
    this.#languages = languages;
    this.#parts = segments.map((segment) => ({
      ...segment,
      having: new Map(),
      scores: new Float64Array(segment.keywords.size),
    }));
    let terms = 0;
    for (const { keywords, live } of segments) {
      for (const { first, last } of live) {
        for (let passage = first; passage < last; passage++) terms += keywords.lengthOf(passage);
        this.#passages += last - first;
      }
    }
    this.#norm = { base: K1 * (1 - B), slope: (K1 * B * this.#passages) / terms };
  }

  /** The idf of each distinct term of a query: ln(1 + (N - n + 0.5) / (n + 0.5)). */
  termWeights(query: string): Map<string, number> {
    return new Map(this.#termsOf(query).map((term) => [term, this.#idf(term)]));
  }

  /**
   * Best first, equals by their place in the corpus; only passages that share a term with the query.
   *
   * @param within ranges of passages, by segment; all where it is missing
   */
  searchKeywords(
    query: string,
    k: number,
    within?: readonly (readonly PassageRange[])[],
  ): KeywordHit[] {
    const terms = this.#termsOf(query);
    const weights = new Map(terms.map((term) => [term, this.#idf(term)]));
    const count = Math.max(k, PAIR_CANDIDATES);
    const candidates = this.#parts.flatMap((part, segment) => {
      this.#score(part, weights);
      const ranges = within ? (within[segment] ?? []) : part.live;
      return topK(part.scores, count, ranges).map(({ passage, score }) => {
        return { passage, score, segment, place: part.placeOf(passage) };
      });
    });
    const pairs = this.#parts.map(({ keywords }) => pairsOf(terms, weights, keywords));
    return candidates
      .sort(byScore)
      .slice(0, count)
      .map((each) => ({ ...each, score: each.score + this.#pairScore(each, pairs) }))
      .sort(byScore)
      .slice(0, k);
  }

  #termsOf(query: string): string[] {
    return queryTerms(query, this.#languages, (term) =>
      this.#parts.some((part) => having(part, term) > 0),
    );
  }

  #score({ keywords, scores }: Part, weights: ReadonlyMap<string, number>): void {
    scores.fill(0);
    for (const [term, idf] of weights) {
      const number = keywords.numberOf(term);
      if (number !== undefined) keywords.addScores(number, idf * (K1 + 1), this.#norm, scores);
    }
  }

  /** @param pairs by segment */
  #pairScore({ segment, passage }: KeywordHit, pairs: readonly Pair[][]): number {
    const keywords = this.#parts[segment]?.keywords;
    const own = pairs[segment] ?? [];
    if (!keywords || own.length === 0) return 0;
    const { base, slope } = this.#norm;
    const length = keywords.lengthOf(passage);
    let score = 0;
    for (const [i, count] of keywords.countPairs(passage, own).entries()) {
      const share = count / (count + base + slope * length);
      if (count > 0) score += PAIR_WEIGHT * (own[i]?.weight ?? 0) * (K1 + 1) * share;
    }
    return score;
  }

  #idf(term: string): number {
    const all = this.#parts.reduce((sum, part) => sum + having(part, term), 0);
    return Math.log(1 + (this.#passages - all + 0.5) / (all + 0.5));
  }
}

/** In how many live passages of a part a term stands. */
function having({ keywords, live, dead, having: counted }: Part, term: string): number {
  const number = keywords.numberOf(term);
  if (number === undefined) return 0;
  if (dead.length === 0) return keywords.having(number);
  let count = counted.get(number);
  if (count === undefined) {
    count = keywords.countWithin(number, live);
    counted.set(number, count);
  }
  return count;
}

/** Two terms side by side in a query, and the idf of the rarer one. */
interface Pair extends TermPair {
  weight: number;
}

function pairsOf(
  terms: readonly string[],
  weights: ReadonlyMap<string, number>,
  keywords: KeywordSegment,
): Pair[] {
  const numbers = terms.map((term) => keywords.numberOf(term));
  const pairs = new Map<string, Pair>();
  for (const [i, second] of numbers.entries()) {
    const first = numbers[i - 1];
    if (first === undefined || second === undefined || first === second) continue;
    const weight = Math.min(weights.get(terms[i - 1] ?? '') ?? 0, weights.get(terms[i] ?? '') ?? 0);
    pairs.set(`${first} ${second}`, { first, second, weight });
  }
  return [...pairs.values()];
}

const byScore = (a: KeywordHit, b: KeywordHit) => b.score - a.score || a.place - b.place;
