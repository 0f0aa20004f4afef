import { setImmediate } from 'node:timers/promises';

/**
 * How long work may hold the event loop, in milliseconds. Several such works may each have a turn
 * before heartbeats, questions and Ctrl-C have theirs.
 */
const TURN_MS = 5;

/** Cuts long work into turns: `if (turns.isOver) await turns.next();` between two of its steps. */
export class Turns {
  #began = performance.now();

  /** Whether others should have the event loop now. */
  get isOver(): boolean {
    return performance.now() - this.#began >= TURN_MS;
  }

  /** Lets others have the event loop, and begins the next turn. */
  async next(): Promise<void> {
    await setImmediate();
    this.#began = performance.now();
  }
}
