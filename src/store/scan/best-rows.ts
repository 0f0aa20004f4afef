export interface RowScore {
  row: number;
  score: number;
}

/**
 * Gathers the rows of the best scores, and those that come near to them: all that may be among the
 * best when the scores are off by no more than half of `margin`.
 */
export class BestRows {
  readonly #count: number;
  readonly #margin: number;
  /** The best scores, the lowest first: a heap. */
  readonly #heap: Float64Array;
  #size = 0;
  /** No score below this will be among the best. */
  #least: number;
  #near: RowScore[] = [];

  constructor(count: number, margin: number) {
    this.#count = count;
    this.#margin = margin;
    this.#heap = new Float64Array(count);
    this.#least = count === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }

  /** @param first the row of the first of these scores. */
  add(first: number, scores: Float32Array): void {
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i] ?? 0;
      if (score >= this.#least) {
        this.#near.push({ row: first + i, score });
        this.#raise(score);
      }
    }
    // Most of those that came first have been overtaken.
    if (this.#near.length > 8 * this.#count) this.#near = this.#near.filter(this.#isNear);
  }

  rows(): number[] {
    return this.#near.filter(this.#isNear).map(({ row }) => row);
  }

  readonly #isNear = ({ score }: RowScore) => score >= this.#least;

  #raise(score: number): void {
    const heap = this.#heap;
    if (this.#size < this.#count) {
      let place = this.#size++;
      for (let parent = (place - 1) >> 1; place > 0; parent = (place - 1) >> 1) {
        if ((heap[parent] ?? 0) <= score) break;
        heap[place] = heap[parent] ?? 0;
        place = parent;
      }
      heap[place] = score;
      if (this.#size < this.#count) return;
    } else if (score > (heap[0] ?? 0)) {
      let place = 0;
      for (let child = 1; child < heap.length; child = 2 * place + 1) {
        if ((heap[child + 1] ?? Number.POSITIVE_INFINITY) < (heap[child] ?? 0)) child++;
        if ((heap[child] ?? 0) >= score) break;
        heap[place] = heap[child] ?? 0;
        place = child;
      }
      heap[place] = score;
    } else return;
    this.#least = (heap[0] ?? 0) - this.#margin;
  }
}
