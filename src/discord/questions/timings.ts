/** Answers that the figures are taken over. */
const LAST = 500;

/** How long the last answers took, and what readers thought of them; for `/status`. */
export class Timings {
  readonly #milliseconds: number[] = [];
  helpful = 0;
  unhelpful = 0;

  add(milliseconds: number): void {
    this.#milliseconds.push(milliseconds);
    if (this.#milliseconds.length > LAST) this.#milliseconds.shift();
  }

  get count(): number {
    return this.#milliseconds.length;
  }

  /** The time in milliseconds that a share (0..1) of the last answers did not exceed. */
  percentile(share: number): number {
    const sorted = [...this.#milliseconds].sort((a, b) => a - b);
    return Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  }
}
