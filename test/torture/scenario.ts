import type { Random } from '../../src/evaluation/random.ts';

/** One kind of fault, injected again and again. Each file in `scenarios/` exports one. */
export interface Scenario {
  /** What is done to the program, in a few words: the line's label. */
  name: string;
  /** How often it is tried: in CI, and by `npm run torture`. */
  tries: { short: number; long: number };
  run(context: TortureContext): Promise<TortureResult>;
}

export interface TortureContext {
  tries: number;
  /** All random choices come from here, so that a seed repeats them. */
  random: Random;
  /** An empty folder, removed afterwards. */
  folder: string;
}

export interface TortureResult {
  tried: number;
  /** How often the promise held; anything less than `tried` fails the run. */
  survived: number;
  /** The longest that one try took, in milliseconds. */
  worstMs: number;
  /** The first few tries that did not hold, in a line each: enough to repeat them. */
  failures: readonly string[];
  /** Other figures that were measured on the way. */
  figures?: Readonly<Record<string, number | string>>;
}

/** How many failures are told of. */
const MAX_FAILURES = 5;

/** Counts tries; a try that throws did not hold. */
export class Tally {
  #tried = 0;
  #survived = 0;
  #worstMs = 0;
  readonly #failures: string[] = [];

  /** Does one try and times it. @param what tells this try from the others */
  async try(what: string, attempt: () => unknown): Promise<void> {
    const began = performance.now();
    this.#tried++;
    try {
      await attempt();
      this.#survived++;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.#failures.length < MAX_FAILURES) {
        this.#failures.push(`${what}: ${reason.split('\n', 3).join(' ')}`);
      }
    }
    this.#worstMs = Math.max(this.#worstMs, performance.now() - began);
  }

  result(figures?: TortureResult['figures']): TortureResult {
    return {
      tried: this.#tried,
      survived: this.#survived,
      worstMs: this.#worstMs,
      failures: this.#failures,
      ...(figures && { figures }),
    };
  }
}
