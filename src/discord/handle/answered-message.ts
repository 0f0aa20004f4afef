import { LRUCache } from 'lru-cache';

/** A question that came as a message, and the reply that it got or is about to get. */
export interface AnsweredMessage {
  content: string;
  /** The reply's id; null where there is none. */
  reply: Promise<string | null>;
}

/** Messages answered a short while ago, by id. */
export type AnsweredMessages = LRUCache<string, AnsweredMessage>;

/** For so long a message counts as answered: longer than Discord resends events. */
const REMEMBER_MS = 10 * 60_000;
/** What they may take together, in bytes. */
const MAX_BYTES = 2 ** 20;
/** Of one, besides its content. */
const OVERHEAD_BYTES = 400;
const BYTES_PER_CHARACTER = 2;

export function createAnsweredMessages(): AnsweredMessages {
  return new LRUCache<string, AnsweredMessage>({
    ttl: REMEMBER_MS,
    maxSize: MAX_BYTES,
    sizeCalculation: ({ content }) => OVERHEAD_BYTES + BYTES_PER_CHARACTER * content.length,
  });
}
