import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { World } from '../world/world.ts';
import { Connection } from './connection.ts';
import { CLOSE, type GatewayState } from './protocol.ts';

/** Discord's own interval, in milliseconds. */
const HEARTBEAT_MS = 41_250;

/** Far more than a bot may send, which is told to it in words. */
const MESSAGE_BYTES = 64 * 1024;

interface GatewayOptions {
  heartbeatMs?: number | undefined;
  /** Where clients connect; known once the server listens. */
  url: () => string;
}

/** The gateway: takes bots' WebSockets, and tells their sessions what happens. */
export class Gateway {
  readonly state: GatewayState;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MESSAGE_BYTES,
  });
  readonly #connections = new Set<Connection>();
  /** Milliseconds by which events come late, and in order. */
  delayMs = 0;

  constructor(world: World, options: GatewayOptions) {
    this.state = {
      world,
      sessions: new Map(),
      heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
      resumeUrl: options.url,
      withholdAcks: false,
      refuseNext: null,
      refuseConnections: null,
      alter: null,
    };
    world.events.subscribe((event) => {
      const tell = () => {
        for (const session of this.state.sessions.values()) session.hear(event);
      };
      if (this.delayMs > 0) setTimeout(tell, this.delayMs);
      else tell();
    });
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (opened) => {
      // A frame that breaks the protocol closes its own connection.
      opened.on('error', () => {});
      if (this.state.refuseConnections) return opened.close(this.state.refuseConnections);
      const query = new URL(request.url ?? '/', 'ws://loopback').searchParams;
      if (query.get('v') !== '10') return opened.close(CLOSE.invalidVersion);
      // Compression and ETF are offered by Discord, not here: clients ask for them by choice.
      if (query.get('compress') || (query.get('encoding') ?? 'json') !== 'json') {
        return opened.close(CLOSE.decodeError);
      }
      const connection = new Connection(this.state, opened);
      this.#connections.add(connection);
      opened.on('close', () => this.#connections.delete(connection));
    });
  }

  /** Cuts every connection without a goodbye; clients see 1006. */
  drop(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }

  reconnect(): void {
    for (const connection of this.#connections) connection.reconnect();
  }

  /** Declares every open session invalid. */
  invalidate(resumable: boolean): void {
    for (const connection of this.#connections) connection.invalidate(resumable);
  }

  close(): void {
    this.drop();
    this.#sockets.close();
  }
}
