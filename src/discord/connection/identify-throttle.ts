import { setTimeout as sleep } from 'node:timers/promises';
import type { IIdentifyThrottler } from '@discordjs/ws';

/** Discord takes one Identify in this time for each of its buckets, in milliseconds. */
const BUCKET_MS = 5_000;

/** Spaces logins as Discord asks, with waits that end when the bot stops. */
export class IdentifyThrottle implements IIdentifyThrottler {
  readonly #buckets: number;
  readonly #stopped: AbortSignal;
  readonly #freeAt = new Map<number, number>();

  constructor(buckets: number, stopped: AbortSignal) {
    this.#buckets = buckets;
    this.#stopped = stopped;
  }

  async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    const bucket = shardId % this.#buckets;
    const now = Date.now();
    const turn = Math.max(now, this.#freeAt.get(bucket) ?? 0);
    this.#freeAt.set(bucket, turn + BUCKET_MS);
    if (turn > now) {
      await sleep(turn - now, undefined, { signal: AbortSignal.any([signal, this.#stopped]) });
    }
  }
}
