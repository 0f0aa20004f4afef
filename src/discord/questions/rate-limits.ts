import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimitOptions {
  memberPerMinute: number;
  guildPerMinute: number;
}

/** How many questions a member and a server may ask a minute. */
export interface RateLimits {
  /** Seconds until the member may ask again; 0 is now, and counts this question. */
  member(userId: string): Promise<number>;
  /** The same for a server; a DM counts as a server of its own. */
  guild(id: string): Promise<number>;
}

export function createRateLimits(options: RateLimitOptions): RateLimits {
  const perMinute = (keyPrefix: string, points: number) => {
    const limiter = new RateLimiterMemory({ keyPrefix, points, duration: 60 });
    return async (key: string): Promise<number> => {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    };
  };
  return {
    member: perMinute('member', options.memberPerMinute),
    guild: perMinute('guild', options.guildPerMinute),
  };
}
