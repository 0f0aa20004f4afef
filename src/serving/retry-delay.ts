/** As many of the first delay as the longest one has. */
const MAX_DELAYS = 150;

/** How long to wait after a failure: twice as long each time, up to a limit. */
export class RetryDelay {
  readonly #firstMs: number;
  #ms = 0;
  #until = 0;

  /** @param firstMs the first delay; the longest is 150 times as long. */
  constructor(firstMs: number) {
    this.#firstMs = firstMs;
  }

  get isOver(): boolean {
    return performance.now() >= this.#until;
  }

  /** Begins the next delay, now. */
  wait(): void {
    this.#ms = Math.min(Math.max(2 * this.#ms, this.#firstMs), MAX_DELAYS * this.#firstMs);
    this.#until = performance.now() + this.#ms;
  }

  reset(): void {
    this.#ms = 0;
    this.#until = 0;
  }
}
