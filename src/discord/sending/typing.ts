import type { Message } from 'discord.js';
import type { Logger } from 'pino';

/** Discord shows "is typing" for 10 s at a time. */
const TYPING_INTERVAL_MS = 8_000;

/** Shows "is typing" in the channels where an answer is on its way: once for all that wait there. */
export class Typing {
  readonly #channels = new Map<string, { answers: number; timer: NodeJS.Timeout }>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Types until the returned function is called. */
  begin({ channel, channelId }: Message): () => void {
    if (!channel.isSendable()) return () => {};
    let shown = this.#channels.get(channelId);
    if (!shown) {
      const type = () =>
        void channel
          .sendTyping()
          .catch((error) => this.#log.debug({ err: error }, 'typing failed'));
      type();
      shown = { answers: 0, timer: setInterval(type, TYPING_INTERVAL_MS) };
      this.#channels.set(channelId, shown);
    }
    const { timer } = shown;
    shown.answers++;
    return () => this.#end(channelId, timer);
  }

  #end(channelId: string, timer: NodeJS.Timeout): void {
    const shown = this.#channels.get(channelId);
    if (!shown || --shown.answers > 0) return;
    clearInterval(timer);
    this.#channels.delete(channelId);
  }
}
