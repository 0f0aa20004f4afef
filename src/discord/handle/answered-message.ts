import type { Message } from 'discord.js';

/** A question that came as a message, and the reply that it got or is about to get. */
export interface AnsweredMessage {
  content: string;
  /** Null where the reply could not be sent. */
  reply: Promise<Message | null>;
}
