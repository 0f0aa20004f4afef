/** Measures the steps of one question in wall-clock seconds. */
export class Stopwatch<Step extends string> {
  readonly #started = performance.now();
  readonly seconds: Record<Step | 'total', number>;

  constructor(steps: readonly Step[]) {
    const entries = [...steps, 'total'].map((step) => [step, 0]);
    this.seconds = Object.fromEntries(entries) as Record<Step | 'total', number>;
  }

  /** Runs one step and adds the time it took. */
  async time<T>(step: Step, work: () => T | Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.seconds[step] += (performance.now() - started) / 1_000;
    }
  }

  /** Since the stopwatch was made. */
  stop(): this {
    this.seconds.total = (performance.now() - this.#started) / 1_000;
    return this;
  }
}
