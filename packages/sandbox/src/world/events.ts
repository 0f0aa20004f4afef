/** Something that happened, before it is known who may hear of it. */
export interface WorldEvent {
  /** Discord's name for it, as `MESSAGE_CREATE`. */
  type: string;
  /** The stored object it is about; each listener serialises it for its own audience. */
  data: unknown;
  guildId: string | null;
  channelId: string | null;
  /** The only person concerned (ephemeral messages); null where it is everybody's. */
  onlyTo: string | null;
}

type Listener = (event: WorldEvent) => void;

/** Hands every event to the gateway, to the page and to waiting tests, in that order of joining. */
export class EventHub {
  readonly #listeners = new Set<Listener>();

  publish(event: WorldEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
