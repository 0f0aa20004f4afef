import type { ToChild } from '../protocol.ts';

/**
 * While people go on asking, one task of the indexing is done after this many of theirs: a run of the
 * reranker takes about five times as long as one on a few sentences, so that a question is answered
 * about 5% later and the indexing gets on.
 */
const URGENT_IN_A_ROW = 4;

/** What a child has still to do: urgent tasks first, but never those alone. */
export class Inbox {
  #waiting: ToChild[] = [];
  /** Urgent tasks since the last one that was not, while such ones were waiting. */
  #inARow = 0;

  add(message: ToChild): void {
    this.#waiting.push(message);
  }

  take(): ToChild | undefined {
    const urgent = this.#waiting.findIndex((message) => message.urgent);
    const bulk = this.#waiting.findIndex((message) => 'task' in message && !message.urgent);
    const isTurnOfBulk = bulk >= 0 && this.#inARow >= URGENT_IN_A_ROW;
    this.#inARow = urgent >= 0 && bulk >= 0 && !isTurnOfBulk ? this.#inARow + 1 : 0;
    const [message] = this.#waiting.splice(isTurnOfBulk ? bulk : Math.max(0, urgent), 1);
    return message;
  }
}
