import { randomBytes } from 'node:crypto';
import type { FoundArticles } from './intake.ts';

/** Shorter than the 15 minutes in which Discord lets a preview be changed, in milliseconds. */
const LIFETIME_MS = 10 * 60_000;
/** Of all previews together, in bytes; beyond it the oldest go. */
const MAX_BYTES = 64 * 2 ** 20;

interface Pending {
  found: FoundArticles;
  memberId: string;
  expiry: NodeJS.Timeout;
}

/** Articles that somebody looks at before they are saved: in memory only, and not for long. */
export class Previews {
  readonly #pending = new Map<string, Pending>();

  /**
   * Keeps articles until they are taken, another preview of the same member takes their place, or
   * time is up.
   *
   * @param expired called when time is up
   * @returns eight characters that name them in a button
   */
  keep(found: FoundArticles, memberId: string, expired: () => void): string {
    for (const [id, pending] of this.#pending) if (pending.memberId === memberId) this.#drop(id);
    const id = randomBytes(6).toString('base64url');
    const expiry = setTimeout(() => {
      this.#drop(id);
      expired();
    }, LIFETIME_MS).unref();
    this.#pending.set(id, { found, memberId, expiry });
    this.#makeRoom();
    return id;
  }

  /** The articles, once. */
  take(id: string): FoundArticles | undefined {
    const found = this.#pending.get(id)?.found;
    this.#drop(id);
    return found;
  }

  #drop(id: string): void {
    clearTimeout(this.#pending.get(id)?.expiry);
    this.#pending.delete(id);
  }

  #makeRoom(): void {
    let kept = [...this.#pending.values()].reduce((sum, one) => sum + one.found.content.length, 0);
    for (const [id, { found }] of this.#pending) {
      // The newest one stays, whatever its size.
      if (kept <= MAX_BYTES || this.#pending.size === 1) return;
      this.#drop(id);
      kept -= found.content.length;
    }
  }
}
