import { type REST, RESTEvents } from 'discord.js';
import type { Outbox } from './outbox.ts';

/** Lets an outbox know what Discord's responses say of how many messages a channel takes. */
export function learnSendLimits(rest: REST, outbox: Outbox): void {
  rest.on(RESTEvents.Response, ({ method, path }, { ok, headers }) => {
    const channelId = /^\/channels\/(\d+)\/messages$/u.exec(path)?.[1];
    if (method !== 'POST' || !channelId) return;
    const [limit, remaining, seconds] = ['limit', 'remaining', 'reset-after'].map((name) =>
      Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN),
    ) as [number, number, number];
    if (limit > 0) outbox.learn(channelId, { limit, remaining, resetAfterMs: seconds * 1_000 });
    else if (ok) outbox.learn(channelId, undefined);
  });
}
