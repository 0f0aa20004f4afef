import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** A question that came as a message, and the reply that it got or is about to get. */
export interface AnsweredMessage {
  /** Of its content: a few bytes, however long that is. */
  digest: string;
  /** The reply's id; null where there is none. */
  reply: Promise<string | null>;
}

/** Messages answered a short while ago, by id. */
export type AnsweredMessages = LRUCache<string, AnsweredMessage>;

/** A message counts as answered for this time: longer than Discord resends events. */
const MAX_AGE_MS = 10 * 60_000;
/** More than can be answered in the minute in which edits count; some 300 bytes each. */
const MAX_REMEMBERED = 2_000;

export function createAnsweredMessages(): AnsweredMessages {
  return new LRUCache<string, AnsweredMessage>({ max: MAX_REMEMBERED, ttl: MAX_AGE_MS });
}

export function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('base64url');
}
