import { GatewayOpcodes as Op } from 'discord.js';
import type { WebSocket } from 'ws';
import { KNOWN_INTENTS } from './intents.ts';
import { membersChunk } from './members.ts';
import {
  CLOSE,
  type CloseCode,
  type GatewayState,
  type Identify,
  type Incoming,
  type RequestMembers,
  type Resume,
} from './protocol.ts';
import { Session } from './session.ts';

/** Limits from Discord's gateway documentation. */
const PAYLOAD_BYTES = 4096;
const EVENTS = 120;
const EVENTS_WINDOW_MS = 60_000;

/** How long a client has to follow a Reconnect, in milliseconds. */
const RECONNECT_TIMEOUT_MS = 2000;

/** One WebSocket of a bot, from Hello to its close. */
export class Connection {
  readonly socket: WebSocket;
  readonly #state: GatewayState;
  #session: Session | null = null;
  #received: number[] = [];
  #silence: NodeJS.Timeout | undefined;

  constructor(state: GatewayState, socket: WebSocket) {
    this.#state = state;
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      const refusal = this.#receive(data);
      if (refusal) socket.close(refusal);
    });
    socket.on('close', (code) => this.#closed(code));
    this.#send(Op.Hello, { heartbeat_interval: state.heartbeatMs, _trace: [] });
    this.#awaitHeartbeat();
  }

  /** Asks the client to connect again, and sees to it. */
  reconnect(): void {
    this.#send(Op.Reconnect, null);
    setTimeout(() => this.socket.close(CLOSE.unknownError), RECONNECT_TIMEOUT_MS).unref();
  }

  /** Takes the session from this connection; with `resumable` the client may resume it here. */
  invalidate(resumable: boolean): void {
    const session = this.#session;
    this.#session = null;
    if (session) session.socket = null;
    if (session && !resumable) this.#state.sessions.delete(session.id);
    this.#send(Op.InvalidSession, resumable);
  }

  #send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d, s: null, t: null }));
  }

  #awaitHeartbeat(): void {
    clearTimeout(this.#silence);
    const patience = this.#state.heartbeatMs * 2;
    this.#silence = setTimeout(() => this.socket.close(CLOSE.sessionTimedOut), patience).unref();
  }

  #receive(data: Buffer): CloseCode | null {
    if (data.length > PAYLOAD_BYTES) return CLOSE.decodeError;
    const now = Date.now();
    this.#received = this.#received.filter((time) => time > now - EVENTS_WINDOW_MS);
    this.#received.push(now);
    if (this.#received.length > EVENTS) return CLOSE.rateLimited;
    try {
      return this.#handle(JSON.parse(data.toString()) as Incoming);
    } catch {
      return CLOSE.decodeError;
    }
  }

  #handle({ op, d }: Incoming): CloseCode | null {
    if (op === Op.Heartbeat) {
      this.#awaitHeartbeat();
      if (!this.#state.withholdAcks) this.#send(Op.HeartbeatAck, null);
      return null;
    }
    if (op === Op.Identify) return this.#identify(d as Identify);
    if (op === Op.Resume) return this.#resume(d as Resume);
    if (!this.#session) return CLOSE.notAuthenticated;
    if (op === Op.RequestGuildMembers) {
      const chunk = membersChunk(this.#state.world, d as RequestMembers);
      if (chunk) this.#session.dispatch('GUILD_MEMBERS_CHUNK', chunk);
      return null;
    }
    return op === Op.PresenceUpdate || op === Op.VoiceStateUpdate ? null : CLOSE.unknownOpcode;
  }

  #identify({ token, intents, shard = [0, 1] }: Identify): CloseCode | null {
    const { world, sessions, resumeUrl } = this.#state;
    const [index, count] = shard;
    if (this.#session) return CLOSE.alreadyAuthenticated;
    if (!this.#knows(token)) return CLOSE.authenticationFailed;
    if (!Number.isInteger(intents) || intents & ~KNOWN_INTENTS) return CLOSE.invalidIntents;
    if (intents & world.disallowedIntents) return CLOSE.disallowedIntents;
    const isShard = Number.isInteger(index) && Number.isInteger(count);
    if (!isShard || index < 0 || index >= count) return CLOSE.invalidShard;
    if (this.#refused()) return null;
    this.#session = new Session(this.#state, this.socket, intents, shard);
    sessions.set(this.#session.id, this.#session);
    this.#session.start(resumeUrl());
    return null;
  }

  #resume({ token, session_id, seq }: Resume): CloseCode | null {
    if (this.#session) return CLOSE.alreadyAuthenticated;
    if (!this.#knows(token)) return CLOSE.authenticationFailed;
    if (this.#refused()) return null;
    const session = this.#state.sessions.get(session_id);
    if (session && seq > session.sequence) return CLOSE.invalidSequence;
    if (!session?.remembers(seq)) {
      this.invalidate(false);
      return null;
    }
    const before = session.socket;
    this.#session = session;
    session.resume(this.socket, seq);
    before?.close(CLOSE.unknownError);
    return null;
  }

  #knows(token: string): boolean {
    return token.replace(/^Bot /, '') === this.#state.world.token;
  }

  /** The fault "invalid session", once, in answer to Identify or Resume. */
  #refused(): boolean {
    const fault = this.#state.refuseNext;
    this.#state.refuseNext = null;
    if (fault) this.invalidate(fault.resumable);
    return fault !== null;
  }

  #closed(code: number): void {
    clearTimeout(this.#silence);
    const session = this.#session;
    if (session?.socket !== this.socket) return;
    session.socket = null;
    // A client that says goodbye (1000, 1001) ends its session; any other loss can be resumed.
    if (code === 1000 || code === 1001) this.#state.sessions.delete(session.id);
  }
}
