import type { Message, Sandbox } from '@pullquote/sandbox';

const REPLY_TIMEOUT_MS = 20_000;

/** The bot's replies, by the message that they refer to: also where many ask at the same time. */
export class Replies {
  readonly #waiting = new Map<string, (reply: Message) => void>();
  readonly #counts = new Map<string, number>();

  constructor(sandbox: Sandbox) {
    sandbox.onEvent((type, data) => {
      if (type !== 'MESSAGE_CREATE') return;
      const reply = data as Message;
      const id = reply.message_reference?.message_id;
      if (!reply.author.bot || !id) return;
      this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
      this.#waiting.get(id)?.(reply);
    });
  }

  /** Waits for the reply to a message that was just written. */
  async to({ id, content }: Message): Promise<Message> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Message>((resolve, reject) => {
        this.#waiting.set(id, resolve);
        timer = setTimeout(() => reject(new Error(`No reply to "${content}".`)), REPLY_TIMEOUT_MS);
      });
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  /** How many messages got more than one. */
  get doubled(): number {
    return [...this.#counts.values()].filter((count) => count > 1).length;
  }
}
