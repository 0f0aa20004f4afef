import { createHash } from 'node:crypto';

/** How often a route may be called, for each channel, guild or webhook on its own. */
interface Rule {
  method: string;
  route: RegExp;
  limit: number;
  windowMs: number;
}

/**
 * Discord tells its limits in headers only; these are the ones it was seen to send for the routes
 * that a bot like this uses. The first that fits counts.
 */
const RULES: readonly Rule[] = [
  { method: 'POST', route: /^\/channels\/:channel\/messages$/, limit: 5, windowMs: 5000 },
  {
    method: 'PATCH',
    route: /^\/channels\/:channel\/messages\/:message$/,
    limit: 5,
    windowMs: 5000,
  },
  {
    method: 'DELETE',
    route: /^\/channels\/:channel\/messages\/:message$/,
    limit: 5,
    windowMs: 1000,
  },
  { method: 'PUT', route: /\/reactions\//, limit: 1, windowMs: 250 },
  { method: 'POST', route: /\/typing$/, limit: 5, windowMs: 5000 },
  { method: 'POST', route: /^\/webhooks\//, limit: 5, windowMs: 2000 },
  { method: 'PATCH', route: /^\/webhooks\//, limit: 5, windowMs: 2000 },
  { method: 'PUT', route: /\/commands$/, limit: 2, windowMs: 60_000 },
];
const OTHERS = { limit: 30, windowMs: 10_000 };

/** Requests a second over all routes, interactions and their webhooks left aside. */
const GLOBAL = { limit: 50, windowMs: 1000 };

interface Bucket {
  used: number;
  resetAt: number;
}

export interface Verdict {
  headers: Record<string, string>;
  /** The body of a 429, or null where the request may go on. */
  refusal: { message: string; retry_after: number; global: boolean } | null;
}

/** Counts requests by route and by what they concern. */
export class RateLimits {
  readonly #buckets = new Map<string, Bucket>();
  #global: Bucket = { used: 0, resetAt: 0 };

  /**
   * @param route the pattern, as `/channels/:channel/messages`
   * @param major the id of the channel, guild or webhook concerned
   */
  take(method: string, route: string, major: string): Verdict {
    // Interaction callbacks have no limit.
    if (route.startsWith('/interactions/')) return { headers: {}, refusal: null };
    const now = Date.now();
    if (!route.startsWith('/webhooks/')) {
      if (now >= this.#global.resetAt) this.#global = { used: 0, resetAt: now + GLOBAL.windowMs };
      if (++this.#global.used > GLOBAL.limit) {
        const wait = (this.#global.resetAt - now) / 1000;
        return {
          headers: { ...retryHeaders(wait, 'global'), 'x-ratelimit-global': 'true' },
          refusal: refusal(wait, true),
        };
      }
    }
    const rule = RULES.find((one) => one.method === method && one.route.test(route)) ?? OTHERS;
    const key = `${method} ${route} ${major}`;
    let bucket = this.#buckets.get(key);
    if (!bucket || now >= bucket.resetAt) {
      bucket = { used: 0, resetAt: now + rule.windowMs };
      this.#buckets.set(key, bucket);
    }
    bucket.used++;
    const wait = (bucket.resetAt - now) / 1000;
    const headers = {
      'x-ratelimit-limit': String(rule.limit),
      'x-ratelimit-remaining': String(Math.max(0, rule.limit - bucket.used)),
      'x-ratelimit-reset': (bucket.resetAt / 1000).toFixed(3),
      'x-ratelimit-reset-after': wait.toFixed(3),
      'x-ratelimit-bucket': createHash('sha1')
        .update(`${method} ${route}`)
        .digest('hex')
        .slice(0, 32),
    };
    if (bucket.used <= rule.limit) return { headers, refusal: null };
    return {
      headers: { ...headers, ...retryHeaders(wait, 'user') },
      refusal: refusal(wait, false),
    };
  }
}

function retryHeaders(wait: number, scope: 'user' | 'global' | 'shared') {
  return {
    'retry-after': wait.toFixed(3),
    'x-ratelimit-reset-after': wait.toFixed(3),
    'x-ratelimit-scope': scope,
  };
}

function refusal(wait: number, global: boolean) {
  const message = 'You are being rate limited.';
  return { message, retry_after: Number(wait.toFixed(3)), global };
}

/** @returns a 429 that no count asked for: a fault on request */
export function sharedLimit(seconds: number): Verdict {
  return { headers: retryHeaders(seconds, 'shared'), refusal: refusal(seconds, false) };
}
