import { deferred } from '../runtime/deferred.ts';
import type { ModelRole } from './protocol.ts';

/**
 * The models that are loaded before they are asked for. At first each is loaded by one child only,
 * so that all of them are there soonest.
 */
export class EarlyModels {
  readonly #roles: readonly ModelRole[];
  readonly #processes: number;
  readonly #missing: Set<ModelRole>;
  /** Settled when each model is loaded by some child, or cannot be. */
  readonly ready = deferred<void>();

  constructor(roles: readonly ModelRole[], processes: number) {
    this.#roles = roles;
    this.#processes = processes;
    this.#missing = new Set(roles);
    if (roles.length === 0) this.ready.resolve();
  }

  /** What a child is to load when it starts. */
  shareOf(index: number): ModelRole[] {
    if (this.#missing.size === 0) return [...this.#roles];
    return this.#roles.filter((_, i) => i % this.#processes === index % this.#roles.length);
  }

  /** Notes that a child has a model; true when it was the last one that no child had. */
  noteLoaded(role: ModelRole): boolean {
    const wasLast = this.#missing.delete(role) && this.#missing.size === 0;
    if (wasLast) this.ready.resolve();
    return wasLast;
  }

  /** What a child has still to load. */
  restOf(loaded: ReadonlySet<ModelRole>): ModelRole[] {
    return this.#roles.filter((role) => !loaded.has(role));
  }
}
