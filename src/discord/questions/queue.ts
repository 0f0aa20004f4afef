/** The queue takes nothing more; `seconds` is when there will likely be room. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`The queue is full for about ${seconds} s.`);
    this.seconds = seconds;
  }
}

export interface FairQueueOptions {
  /** Jobs that run at the same time. */
  concurrency: number;
  /** Jobs that may wait, of everybody together. */
  limit: number;
  /** Expected wait, in milliseconds, from which on nothing more is taken. */
  longestWaitMs: number;
  /** Told how long a job waited for its turn, in milliseconds. */
  onTurn?: (waitedMs: number) => void;
}

/** Weight of the newest job in the running mean of how long one takes. */
const SMOOTHING = 0.2;
/** Assumed length of a job, in milliseconds, before one was seen. */
const FIRST_GUESS = 500;

interface Job {
  /** On the clock of `performance.now()`. */
  addedAt: number;
  run: () => Promise<void>;
  cancel: (error: Error) => void;
}

/**
 * A bounded queue with fair turns: whoever waits gets one job done in turn, so that ten questions
 * of one person do not go before the one of another. Nor do they take its place: where the queue is
 * full, the last job of whoever has most makes room for somebody who has less.
 */
export class FairQueue {
  readonly #options: FairQueueOptions;
  /** By owner, in order of their next turn. */
  readonly #waiting = new Map<string, Job[]>();
  #running = 0;
  #meanMs = FIRST_GUESS;

  constructor(options: FairQueueOptions) {
    this.#options = options;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    let jobs = 0;
    for (const own of this.#waiting.values()) jobs += own.length;
    return jobs;
  }

  /**
   * Runs a job in its owner's turn.
   *
   * @throws QueueFullError at once when the queue is full or slow.
   */
  add<T>(owner: string, job: () => Promise<T>): Promise<T> {
    const expected = this.#expectedWaitMs(owner);
    if (expected > this.#options.longestWaitMs || !this.#hasRoomFor(owner)) {
      throw fullFor(expected);
    }
    return new Promise((resolve, reject) => {
      const own = this.#waiting.get(owner) ?? [];
      own.push({
        addedAt: performance.now(),
        run: () => job().then(resolve, reject),
        cancel: reject,
      });
      this.#waiting.set(owner, own);
      this.#next();
    });
  }

  /** Rejects everything that waits. */
  clear(reason: Error): void {
    const jobs = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    for (const job of jobs) job.cancel(reason);
  }

  #next(): void {
    while (this.#running < this.#options.concurrency) {
      const turn = this.#waiting.entries().next().value;
      if (!turn) return;
      const [owner, own] = turn;
      const job = own.shift() as Job;
      this.#waiting.delete(owner);
      if (own.length > 0) this.#waiting.set(owner, own);
      void this.#run(job);
    }
  }

  async #run(job: Job): Promise<void> {
    const started = performance.now();
    this.#options.onTurn?.(started - job.addedAt);
    this.#running++;
    await job.run();
    this.#running--;
    this.#meanMs += SMOOTHING * (performance.now() - started - this.#meanMs);
    this.#next();
  }

  /** Makes room where another one has clearly more jobs waiting. */
  #hasRoomFor(owner: string): boolean {
    if (this.waiting < this.#options.limit) return true;
    const own = this.#waiting.get(owner)?.length ?? 0;
    const [most, jobs] = [...this.#waiting].reduce((a, b) => (b[1].length > a[1].length ? b : a));
    if (jobs.length <= own + 1) return false;
    const expected = this.#expectedWaitMs(most);
    jobs.pop()?.cancel(fullFor(expected));
    return true;
  }

  /** Until a new job of this owner has its turn: others go first as often as its owner did. */
  #expectedWaitMs(owner: string): number {
    const own = this.#waiting.get(owner)?.length ?? 0;
    let ahead = own;
    for (const [other, jobs] of this.#waiting) {
      if (other !== owner) ahead += Math.min(jobs.length, own + 1);
    }
    return (this.#meanMs * ahead) / this.#options.concurrency;
  }
}

function fullFor(milliseconds: number): QueueFullError {
  return new QueueFullError(Math.max(1, Math.ceil(milliseconds / 1000)));
}
