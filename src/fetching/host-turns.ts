import { setTimeout as sleep } from 'node:timers/promises';

/** Between two requests to one host, in milliseconds. */
const HOST_PAUSE_MS = 1_000;
/** A robots.txt may ask for more; nobody waits longer than this for one page. */
const MAX_HOST_PAUSE_MS = 30_000;

/** One request at a time to each host, with a pause after each. */
export class HostTurns {
  readonly #signal: AbortSignal;
  readonly #pauseMs: number;
  readonly #pauses = new Map<string, number>();
  /** When each host may be asked again. */
  readonly #free = new Map<string, Promise<unknown>>();

  constructor(signal: AbortSignal, pauseMs = HOST_PAUSE_MS) {
    this.#signal = signal;
    this.#pauseMs = pauseMs;
  }

  /** The host has asked for a longer pause, in milliseconds. */
  slowDown(host: string, pauseMs: number): void {
    this.#pauses.set(host, Math.min(pauseMs, MAX_HOST_PAUSE_MS));
  }

  /** @throws the signal's reason when it is aborted while it waits */
  async take<Result>(host: string, ask: () => Promise<Result>): Promise<Result> {
    const before = this.#free.get(host) ?? Promise.resolve();
    const asked = before.then(() => {
      this.#signal.throwIfAborted();
      return ask();
    });
    const pause = () => {
      const pauseMs = Math.max(this.#pauseMs, this.#pauses.get(host) ?? 0);
      return sleep(pauseMs, undefined, { signal: this.#signal }).catch(() => {});
    };
    this.#free.set(host, asked.then(pause, pause));
    return await asked;
  }
}
