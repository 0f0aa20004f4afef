import { GatewayOpcodes as Op } from 'discord.js';
import type { WebSocket } from 'ws';
import { guildPermissions } from '../world/permissions.ts';
import { memberJson } from '../world/serialize.ts';
import type { World } from '../world/world.ts';
import { KNOWN_INTENTS } from './intents.ts';
import { Session } from './session.ts';

/** Close codes and limits from Discord's gateway documentation. */
export const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;
const PAYLOAD_BYTES = 4096;
const EVENTS = 120;
const EVENTS_WINDOW_MS = 60_000;

/** What the connections of one gateway share. */
export interface GatewayState {
  world: World;
  sessions: Map<string, Session>;
  heartbeatMs: number;
  resumeUrl: () => string;
  /** Faults on request. */
  withholdAcks: boolean;
  invalidateNext: { resumable: boolean } | null;
}

interface Incoming {
  op: number;
  d: unknown;
}

/** One WebSocket of a bot, from Hello to its close. */
export class Connection {
  readonly socket: WebSocket;
  session: Session | null = null;
  readonly #state: GatewayState;
  #sent: number[] = [];
  #silence: NodeJS.Timeout | undefined;

  constructor(state: GatewayState, socket: WebSocket) {
    this.#state = state;
    this.socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(data));
    socket.on('close', (code) => this.#closed(code));
    this.send(Op.Hello, { heartbeat_interval: state.heartbeatMs, _trace: [] });
    this.#awaitHeartbeat();
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d, s: null, t: null }));
  }

  /** Asks the client to connect again, and sees to it. */
  reconnect(): void {
    this.send(Op.Reconnect, null);
    setTimeout(() => this.socket.close(4000), 2000).unref();
  }

  /** Ends the session; with `resumable` the client may try to resume it all the same. */
  invalidate(resumable: boolean): void {
    if (!resumable && this.session) this.#state.sessions.delete(this.session.id);
    this.send(Op.InvalidSession, resumable);
  }

  #awaitHeartbeat(): void {
    clearTimeout(this.#silence);
    const patience = this.#state.heartbeatMs * 2;
    this.#silence = setTimeout(() => this.socket.close(CLOSE.sessionTimedOut), patience).unref();
  }

  #receive(data: Buffer): void {
    if (data.length > PAYLOAD_BYTES) return this.socket.close(CLOSE.decodeError, 'payload too big');
    const now = Date.now();
    this.#sent = this.#sent.filter((time) => time > now - EVENTS_WINDOW_MS);
    this.#sent.push(now);
    if (this.#sent.length > EVENTS) return this.socket.close(CLOSE.rateLimited);
    let message: Incoming;
    try {
      message = JSON.parse(data.toString()) as Incoming;
    } catch {
      return this.socket.close(CLOSE.decodeError);
    }
    this.#handle(message);
  }

  #handle({ op, d }: Incoming): void {
    if (op === Op.Heartbeat) {
      this.#awaitHeartbeat();
      if (!this.#state.withholdAcks) this.send(Op.HeartbeatAck, null);
    } else if (op === Op.Identify) this.#identify(d as Identify);
    else if (op === Op.Resume) this.#resume(d as Resume);
    else if (!this.session) this.socket.close(CLOSE.notAuthenticated);
    else if (op === Op.RequestGuildMembers) this.#sendMembers(d as RequestMembers);
    else if (op !== Op.PresenceUpdate && op !== Op.VoiceStateUpdate) {
      this.socket.close(CLOSE.unknownOpcode);
    }
  }

  #identify({ token, intents, shard = [0, 1] }: Identify): void {
    const { world, sessions, resumeUrl } = this.#state;
    if (this.session) return this.socket.close(CLOSE.alreadyAuthenticated);
    if (token?.replace(/^Bot /, '') !== world.token) {
      return this.socket.close(CLOSE.authenticationFailed, 'Authentication failed.');
    }
    if (!Number.isInteger(intents) || (intents & ~KNOWN_INTENTS) !== 0) {
      return this.socket.close(CLOSE.invalidIntents, 'Invalid intent(s).');
    }
    if ((intents & world.disallowedIntents) !== 0) {
      return this.socket.close(CLOSE.disallowedIntents, 'Disallowed intent(s).');
    }
    const [index, count] = shard;
    if (!(index >= 0 && index < count)) return this.socket.close(CLOSE.invalidShard);
    if (this.#refused()) return;
    this.session = new Session(world, this.socket, intents, shard);
    sessions.set(this.session.id, this.session);
    this.session.start(resumeUrl());
  }

  #resume({ token, session_id, seq }: Resume): void {
    const { world, sessions } = this.#state;
    if (this.session) return this.socket.close(CLOSE.alreadyAuthenticated);
    if (token?.replace(/^Bot /, '') !== world.token) {
      return this.socket.close(CLOSE.authenticationFailed, 'Authentication failed.');
    }
    if (this.#refused()) return;
    const session = sessions.get(session_id);
    if (!session?.canResume(seq)) return this.invalidate(false);
    session.socket?.close(4000);
    this.session = session;
    session.resume(this.socket, seq);
  }

  /** The fault "invalid session", once, in answer to Identify or Resume. */
  #refused(): boolean {
    const fault = this.#state.invalidateNext;
    this.#state.invalidateNext = null;
    if (fault) this.invalidate(fault.resumable);
    return fault !== null;
  }

  #sendMembers({ guild_id, query, user_ids, limit = 0, nonce }: RequestMembers): void {
    const guild = this.#state.world.guilds.get(guild_id);
    if (!guild || guildPermissions(guild, this.#state.world.bot.id) === 0n) return;
    const wanted = user_ids === undefined ? null : [user_ids].flat();
    const members = [...guild.members.values()].filter((member) =>
      wanted
        ? wanted.includes(member.user.id)
        : member.user.username.startsWith((query ?? '').toLowerCase()),
    );
    const found = limit > 0 && !wanted ? members.slice(0, limit) : members;
    this.session?.dispatch('GUILD_MEMBERS_CHUNK', {
      guild_id,
      members: found.map(memberJson),
      chunk_index: 0,
      chunk_count: 1,
      not_found: (wanted ?? []).filter((id) => !guild.members.has(id)),
      ...(nonce && { nonce }),
    });
  }

  #closed(code: number): void {
    clearTimeout(this.#silence);
    const { session } = this;
    if (!session || session.socket !== this.socket) return;
    session.socket = null;
    // A client that says goodbye (1000, 1001) ends its session; any other loss can be resumed.
    if (code === 1000 || code === 1001) this.#state.sessions.delete(session.id);
  }
}

interface Identify {
  token?: string;
  intents: number;
  shard?: [number, number];
}

interface Resume {
  token?: string;
  session_id: string;
  seq: number;
}

interface RequestMembers {
  guild_id: string;
  query?: string;
  user_ids?: string | string[];
  limit?: number;
  nonce?: string;
}
