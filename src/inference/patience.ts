import type { Slot } from './slots.ts';

/** How long a child that has something to do may say nothing, in milliseconds. */
export interface Patience {
  /** While it runs a model: a run takes a tenth of a second. */
  taskMs: number;
  /** While it starts or loads a model, which may come from a slow disk. */
  loadMs: number;
}

export const PATIENCE: Patience = { taskMs: 30_000, loadMs: 120_000 };

/** How often a child is looked at within the time that it has. */
const LOOKS = 30;

/**
 * Looks at children now and then, and tells which has hung: in native code, or because it was
 * stopped. Only time in which this process ran counts, so that neither a laptop that slept nor a
 * job that was stopped and continued looks like a child that hung.
 */
export class Watch {
  readonly #patience: Patience;
  readonly #lookEveryMs: number;
  readonly #timer: NodeJS.Timeout;
  #lookedAt = performance.now();

  /** @param onHung is called at each look at a child that has hung, until it is gone */
  constructor(patience: Patience, slots: () => Iterable<Slot>, onHung: (slot: Slot) => void) {
    this.#patience = patience;
    this.#lookEveryMs = patience.taskMs / LOOKS;
    this.#timer = setInterval(() => {
      const passed = this.#passed();
      for (const slot of slots()) if (this.#isHung(slot, passed)) onHung(slot);
    }, this.#lookEveryMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #passed(): number {
    const before = this.#lookedAt;
    this.#lookedAt = performance.now();
    return Math.min(this.#lookedAt - before, 2 * this.#lookEveryMs);
  }

  #isHung(slot: Slot, passed: number): boolean {
    if (slot.jobs.length === 0 && slot.loading.size === 0) slot.silentMs = 0;
    else slot.silentMs += passed;
    const { taskMs, loadMs } = this.#patience;
    return slot.silentMs > (slot.loading.size > 0 ? loadMs : taskMs);
  }
}
