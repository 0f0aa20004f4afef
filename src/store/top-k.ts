import type { PassageRange, PassageScore } from './places.ts';

/** The k passages of the highest scores above 0, best first, equals by their place. */
export function topK(
  scores: Float64Array,
  k: number,
  within: readonly PassageRange[] = [{ first: 0, last: scores.length }],
): PassageScore[] {
  if (k === 0) return [];
  const heap = new WorstFirst(k);
  let least = 0;
  for (const { first, last } of [...within].sort((a, b) => a.first - b.first)) {
    for (let passage = first; passage < last; passage++) {
      const score = scores[passage] ?? 0;
      if (score > least) least = heap.add(passage, score);
    }
  }
  return heap.passages().sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** The best of what was added, in a heap: the first is the one to be given up next. */
class WorstFirst {
  readonly #passages: Uint32Array;
  readonly #scores: Float64Array;
  #size = 0;

  constructor(count: number) {
    this.#passages = new Uint32Array(count);
    this.#scores = new Float64Array(count);
  }

  /** @returns the score that the next one must exceed */
  add(passage: number, score: number): number {
    const count = this.#scores.length;
    let place = this.#size;
    if (this.#size < count) {
      this.#size++;
      for (let parent = (place - 1) >> 1; place > 0; parent = (place - 1) >> 1) {
        if (!this.#isWorse(passage, score, parent)) break;
        this.#move(parent, place);
        place = parent;
      }
    } else {
      place = 0;
      for (let child = 1; child < count; child = 2 * place + 1) {
        if (child + 1 < count && !this.#isBetter(child + 1, child)) child++;
        if (this.#isWorse(passage, score, child)) break;
        this.#move(child, place);
        place = child;
      }
    }
    this.#passages[place] = passage;
    this.#scores[place] = score;
    return this.#size < count ? 0 : (this.#scores[0] ?? 0);
  }

  passages(): PassageScore[] {
    return Array.from({ length: this.#size }, (_, i) => ({
      passage: this.#passages[i] ?? 0,
      score: this.#scores[i] ?? 0,
    }));
  }

  /** Of equal scores the passage that comes later is worse. */
  #isWorse(passage: number, score: number, place: number): boolean {
    const other = this.#scores[place] ?? 0;
    return score < other || (score === other && passage > (this.#passages[place] ?? 0));
  }

  #isBetter(one: number, other: number): boolean {
    return !this.#isWorse(this.#passages[one] ?? 0, this.#scores[one] ?? 0, other);
  }

  #move(from: number, to: number): void {
    this.#passages[to] = this.#passages[from] ?? 0;
    this.#scores[to] = this.#scores[from] ?? 0;
  }
}
