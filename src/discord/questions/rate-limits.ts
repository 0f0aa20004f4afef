import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimitOptions {
  memberPerMinute: number;
  guildPerMinute: number;
}

/** Notices that a member gets in public, as "ask again in 20 s", and their 👍 and 👎 that count. */
const NOTICES_PER_MINUTE = 1;
const VOTES_PER_MINUTE = 10;
/** Articles that a member has read for a preview. */
const ADDED_PER_MINUTE = 6;

/** Members or servers that are counted at a time; beyond it who was counted longest ago is let in. */
const MAX_COUNTED = 10_000;

/** How much a member or a server may ask of the bot in a minute. */
export interface RateLimits {
  /** Seconds until the member may ask again; 0 is now, and counts this question. */
  member(userId: string): Promise<number>;
  /** The same for a server; a DM counts as a server of its own. */
  guild(id: string): Promise<number>;
  /** The same for a notice to a member. */
  notice(userId: string): Promise<number>;
  /** The same for a member's vote on an answer. */
  vote(userId: string): Promise<number>;
  /** The same for an article that a member wants to add. */
  add(userId: string): Promise<number>;
}

export function createRateLimits(options: RateLimitOptions): RateLimits {
  const perMinute = (keyPrefix: string, points: number) => {
    const limiter = new RateLimiterMemory({ keyPrefix, points, duration: 60 });
    const counted = new LRUCache<string, true>({
      max: MAX_COUNTED,
      dispose: (_, key, reason) => {
        if (reason === 'evict') void limiter.delete(key);
      },
    });
    return async (key: string): Promise<number> => {
      counted.set(key, true);
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
    notice: perMinute('notice', NOTICES_PER_MINUTE),
    vote: perMinute('vote', VOTES_PER_MINUTE),
    add: perMinute('add', ADDED_PER_MINUTE),
  };
}
