import { createHmac, randomBytes } from 'node:crypto';

/** The first millisecond of 2015, from which Discord counts. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** Makes ids as Discord does: milliseconds in the upper 42 bits, so that they sort by age. */
export class Snowflakes {
  readonly #now: () => number;
  #last = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    const fromClock = (BigInt(this.#now()) - DISCORD_EPOCH) << 22n;
    this.#last = fromClock > this.#last ? fromClock : this.#last + 1n;
    return String(this.#last);
  }
}

/** A random token of the shape of a bot token: id, time and signature, each in base64url. */
export function makeBotToken(botId: string): string {
  const id = Buffer.from(botId).toString('base64url');
  const time = randomBytes(4).toString('base64url');
  const signature = createHmac('sha256', randomBytes(32)).update(botId).digest('base64url');
  return `${id}.${time}.${signature.slice(0, 38)}`;
}

/** An opaque token for an interaction or a session. */
export function makeToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}
