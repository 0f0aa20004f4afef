/** For each thing that is still open when the time is over: most close at once. */
const LAST_TIMEOUT_MS = 100;

/** What was opened on the way and is to be closed in the end, the last opened first. */
export class Closing {
  readonly #steps: { what: string; close: () => unknown }[] = [];
  readonly #tell: (line: string) => void;
  /** Until when all must be closed, on the clock of `performance.now()`; once it has begun. */
  #until: number | undefined;

  /** @param tell takes a line for each thing that could not be closed */
  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** @param what fits before " could not be closed" */
  async add(what: string, close: () => unknown): Promise<void> {
    if (this.#until === undefined) this.#steps.push({ what, close });
    // Opened while all else was closed already.
    else await this.#close({ what, close }, this.#until);
  }

  /**
   * Closes everything. A step that fails or hangs keeps no other from its turn; all together take
   * hardly longer than `timeoutMs`.
   */
  async close(timeoutMs: number): Promise<void> {
    this.#until ??= performance.now() + timeoutMs;
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      await this.#close(step, this.#until);
    }
  }

  async #close({ what, close }: { what: string; close: () => unknown }, until: number) {
    try {
      await withTimeout(async () => close(), until - performance.now());
    } catch (error) {
      this.#tell(`${what} could not be closed: ${(error as Error).message}`);
    }
  }
}

async function withTimeout(work: () => Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('it takes too long')),
      Math.max(LAST_TIMEOUT_MS, milliseconds),
    );
  });
  try {
    await Promise.race([work(), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
