/** How long to wait before connecting again, in milliseconds. */
const RETRY_MS = 1000;

/** The page's line to the sandbox: questions with answers, and events as they come. */
export class Connection {
  #socket = null;
  #next = 1;
  #waiting = new Map();
  /** The id of the person on whose behalf is asked. */
  as = '';

  /**
   * @param {(event: object) => void} onEvent
   * @param {(open: boolean) => void} onState
   */
  constructor(onEvent, onState) {
    this.onEvent = onEvent;
    this.onState = onState;
    this.#open();
  }

  /** Asks the sandbox to do something; rejects with words for the person. */
  ask(what, fields = {}) {
    return new Promise((resolve, reject) => {
      if (this.#socket?.readyState !== WebSocket.OPEN) {
        reject(new Error('The sandbox is not running.'));
        return;
      }
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, as: this.as, do: what, ...fields }));
    });
  }

  #open() {
    this.#socket = new WebSocket(`ws://${location.host}/page/socket`);
    this.#socket.onopen = () => this.onState(true);
    this.#socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    this.#socket.onclose = () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The sandbox stopped.'));
      this.#waiting.clear();
      this.onState(false);
      setTimeout(() => this.#open(), RETRY_MS);
    };
  }

  #receive(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) {
      this.onEvent(message);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.error) waiting.reject(new Error(message.error));
    else waiting.resolve(message.result);
  }
}
