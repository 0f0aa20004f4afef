/** What Discord said last of how many messages a channel still takes from the bot. */
export interface SendLimit {
  limit: number;
  remaining: number;
  /** Milliseconds until `limit` messages may be sent again. */
  resetAfterMs: number;
}

interface Channel {
  /** Undefined until Discord said something of it. */
  allowance: { limit: number; remaining: number; resetsAt: number } | undefined;
  /** Discord answered without naming a limit: it has none. */
  unlimited: boolean;
  inFlight: number;
  /** Messages that each member got since the last reset. */
  sentTo: Map<string, number>;
  /** By member, in order of their next turn. */
  waiting: Map<string, (() => void)[]>;
  timer: NodeJS.Timeout | undefined;
}

/** Messages that a notice leaves to the answers that may come until the reset. */
const KEPT_FOR_ANSWERS = 2;
/** Answers to one member that may wait in a channel. */
const MAX_WAITING = 3;
/** How long after the last message a channel is forgotten, in milliseconds. */
const IDLE_TIMEOUT_MS = 60_000;

/**
 * Discord lets a bot send some five messages in five seconds to a channel. This is who gets them: a
 * member's first answer goes while there is room for one, the second while there is room for two,
 * and so on, so that two members who flood leave one for a third; answers go before notices.
 */
export class Outbox {
  readonly #channels = new Map<string, Channel>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Sends an answer in its member's turn. */
  answer<T>(channelId: string, memberId: string, send: () => Promise<T>): Promise<T> {
    const channel = this.#channel(channelId);
    return new Promise((resolve, reject) => {
      const own = channel.waiting.get(memberId) ?? [];
      own.push(() => void this.#send(channelId, channel, memberId, send).then(resolve, reject));
      channel.waiting.set(memberId, own);
      this.#next(channelId, channel);
    });
  }

  /** Whether a member's answers pile up already: one more would come too late. */
  isBehind(channelId: string, memberId: string): boolean {
    const own = this.#channels.get(channelId)?.waiting.get(memberId);
    return (own?.length ?? 0) >= MAX_WAITING;
  }

  /** Whether a notice would find room now: where answers wait, or might soon, it is left out. */
  hasRoomForNotice(channelId: string): boolean {
    const channel = this.#channels.get(channelId);
    return !channel || (channel.waiting.size === 0 && this.#room(channel) > KEPT_FOR_ANSWERS);
  }

  /** Takes in what Discord said when it took a message: its limit there, or that there is none. */
  learn(channelId: string, said: SendLimit | undefined): void {
    const channel = this.#channels.get(channelId);
    if (!channel) return;
    channel.unlimited = said === undefined;
    if (!said) return;
    const { limit, resetAfterMs } = said;
    const { allowance } = channel;
    // Responses overtake each other: within one window the lowest is the newest.
    const now = this.#now();
    const goesOn =
      allowance && allowance.resetsAt < Number.POSITIVE_INFINITY && now < allowance.resetsAt;
    const remaining = goesOn ? Math.min(said.remaining, allowance.remaining) : said.remaining;
    channel.allowance = { limit, remaining, resetsAt: now + resetAfterMs };
  }

  #channel(id: string): Channel {
    let channel = this.#channels.get(id);
    if (!channel) {
      channel = {
        allowance: undefined,
        unlimited: false,
        inFlight: 0,
        sentTo: new Map(),
        waiting: new Map(),
        timer: undefined,
      };
      this.#channels.set(id, channel);
    }
    return channel;
  }

  async #send<T>(
    id: string,
    channel: Channel,
    memberId: string,
    send: () => Promise<T>,
  ): Promise<T> {
    channel.inFlight++;
    if (!channel.unlimited) {
      channel.sentTo.set(memberId, (channel.sentTo.get(memberId) ?? 0) + 1);
    }
    try {
      return await send();
    } finally {
      channel.inFlight--;
      this.#next(id, channel);
    }
  }

  #next(id: string, channel: Channel): void {
    for (;;) {
      const room = this.#room(channel);
      const turn = [...channel.waiting].find(([member]) => this.#needed(channel, member) <= room);
      if (!turn) break;
      const [memberId, own] = turn;
      const send = own.shift();
      channel.waiting.delete(memberId);
      if (own.length > 0) channel.waiting.set(memberId, own);
      send?.();
    }
    this.#lookAgain(id, channel);
  }

  /** How many messages must be left for this member to get the next one. */
  #needed({ sentTo, allowance }: Channel, memberId: string): number {
    return Math.min((sentTo.get(memberId) ?? 0) + 1, allowance?.limit ?? 1);
  }

  /** How many messages the channel takes now. */
  #room(channel: Channel): number {
    if (channel.unlimited) return Number.POSITIVE_INFINITY;
    const { allowance, inFlight } = channel;
    // One to find out.
    if (!allowance) return 1 - inFlight;
    if (this.#now() >= allowance.resetsAt) {
      // The next window opens with the next message.
      Object.assign(allowance, { remaining: allowance.limit, resetsAt: Number.POSITIVE_INFINITY });
      channel.sentTo.clear();
    }
    return allowance.remaining - inFlight;
  }

  #lookAgain(id: string, channel: Channel): void {
    clearTimeout(channel.timer);
    const { waiting, inFlight, allowance } = channel;
    if (inFlight > 0) return;
    if (waiting.size === 0) {
      channel.timer = setTimeout(() => this.#channels.delete(id), IDLE_TIMEOUT_MS).unref();
    } else if (allowance) {
      const wait = Math.max(0, allowance.resetsAt - this.#now());
      channel.timer = setTimeout(() => this.#next(id, channel), wait);
    }
  }
}
