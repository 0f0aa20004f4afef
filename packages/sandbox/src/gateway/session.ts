import type { WebSocket } from 'ws';
import type { WorldEvent } from '../world/events.ts';
import { makeToken } from '../world/ids.ts';
import { channelJson, guildJson } from '../world/json/guild.ts';
import { messageJson, messageSurroundings } from '../world/json/message.ts';
import { permissionsIn } from '../world/permissions.ts';
import type { Channel, Guild, Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { mayRead, wants } from './intents.ts';
import type { GatewayState } from './protocol.ts';

/** How many past events a session keeps for a Resume. */
const REPLAY_LIMIT = 1000;

interface Payload {
  op: 0;
  t: string;
  s: number;
  d: unknown;
}

/** A bot's session: it outlives its connection, and keeps what happens in between. */
export class Session {
  readonly id = makeToken(16);
  readonly intents: number;
  readonly shard: readonly [number, number];
  socket: WebSocket | null;
  readonly #world: World;
  readonly #state: GatewayState;
  readonly #replay: Payload[] = [];
  #sequence = 0;

  constructor(
    state: GatewayState,
    socket: WebSocket,
    intents: number,
    shard: readonly [number, number],
  ) {
    this.#state = state;
    this.#world = state.world;
    this.socket = socket;
    this.intents = intents;
    this.shard = shard;
  }

  /** READY, then the guilds one by one. */
  start(resumeUrl: string): void {
    const { bot, applicationId, guilds } = this.#world;
    const mine = [...guilds.values()].filter((guild) => this.#owns(guild.id));
    this.dispatch('READY', {
      v: 10,
      user: { ...bot, verified: true, email: null, mfa_enabled: false, flags: 0 },
      guilds: mine.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: this.id,
      session_type: 'normal',
      resume_gateway_url: resumeUrl,
      shard: this.shard,
      application: { id: applicationId, flags: 0 },
      private_channels: [],
      relationships: [],
      presences: [],
      geo_ordered_rtc_regions: [],
    });
    for (const guild of mine) this.hear(guildCreated(guild));
  }

  /** The number of the last event. */
  get sequence(): number {
    return this.#sequence;
  }

  /** @returns whether all events after `sequence` are still there to be replayed */
  remembers(sequence: number): boolean {
    return sequence >= (this.#replay[0]?.s ?? 1) - 1;
  }

  /** Sends what was missed, then RESUMED. */
  resume(socket: WebSocket, sequence: number): void {
    this.socket = socket;
    for (const payload of this.#replay) if (payload.s > sequence) this.#send(payload);
    this.dispatch('RESUMED', {});
  }

  /** Passes an event on if this bot may hear of it. */
  hear(event: WorldEvent): void {
    // Ephemeral messages are seen by one person, not by the bot that wrote them.
    if (event.onlyTo || !this.#owns(event.guildId)) return;
    if (!wants(this.intents, event.type, event.guildId !== null)) return;
    const channel = this.#world.channels.get(event.channelId ?? '');
    if (channel && permissionsIn(this.#world, this.#world.bot.id, channel) === 0n) return;
    const data = this.#serialise(event);
    const { alter } = this.#state;
    this.dispatch(event.type, alter ? alter(event.type, structuredClone(data)) : data);
  }

  dispatch(type: string, data: unknown): void {
    const payload: Payload = { op: 0, t: type, s: ++this.#sequence, d: data };
    this.#replay.push(payload);
    if (this.#replay.length > REPLAY_LIMIT) this.#replay.shift();
    this.#send(payload);
  }

  #send(payload: Payload): void {
    this.socket?.send(JSON.stringify(payload));
  }

  /** Guilds are dealt to shards by their id; DMs go to the first. */
  #owns(guildId: string | null): boolean {
    const [index, count] = this.shard;
    return guildId ? Number((BigInt(guildId) >> 22n) % BigInt(count)) === index : index === 0;
  }

  #serialise({ type, data }: WorldEvent): unknown {
    const world = this.#world;
    if (type === 'GUILD_CREATE') return guildJson(world, data as Guild);
    if (type.startsWith('CHANNEL_')) return channelJson(world, data as Channel, world.bot.id);
    if (type === 'THREAD_CREATE' || type === 'THREAD_UPDATE') {
      const json = channelJson(world, data as Channel, world.bot.id);
      return type === 'THREAD_CREATE' ? { ...json, newly_created: true } : json;
    }
    if (type === 'MESSAGE_CREATE' || type === 'MESSAGE_UPDATE') {
      const message = data as Message;
      const readable = (one: Message) => mayRead(world, this.intents, one);
      return { ...messageJson(world, message, readable), ...messageSurroundings(world, message) };
    }
    return data;
  }
}

/** The event that tells of a guild as a whole. */
function guildCreated(guild: Guild): WorldEvent {
  return { type: 'GUILD_CREATE', data: guild, guildId: guild.id, channelId: null, onlyTo: null };
}
