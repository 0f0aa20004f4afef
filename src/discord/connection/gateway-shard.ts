import { setTimeout as sleep } from 'node:timers/promises';
import {
  type IContextFetchingStrategy,
  KnownNetworkErrorCodes,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord.js';
import { WebSocket } from 'ws';
import { backOffMs } from './back-off.ts';
import { disconnectError } from './disconnect-error.ts';

/** A connection that lasted this time after its login was a good one. */
const STEADY_MS = 10_000;
/** Resuming a session is free, while new logins are counted by the day: its waits stay short. */
const FAILURES_AFTER_RESUME = 2;
/** How long the other side has to answer a goodbye, in milliseconds. */
const GOODBYE_TIMEOUT_MS = 1_000;
/** Failed logins in a row after which the session is given up: its address may be gone. */
const MAX_RESUMES = 3;
const NORMAL = 1_000;

/** Why a connection was lost: a close code, and what is known beside it. */
export interface Loss {
  code: number | null;
  reason: string;
}

export interface ShardEvents {
  /** Once for each kind of loss in a row. */
  lost: (loss: Loss) => void;
  /** An event, or another message of the gateway, on which the program failed; it is dropped. */
  brokenEvent: (packet: unknown, error: unknown) => void;
  stopped: AbortSignal;
}

/** What discord.js's shard keeps to itself, as far as it has to be led from outside. */
interface Opened {
  readonly id: number;
  readonly status: WebSocketShardStatus;
  readonly strategy: IContextFetchingStrategy;
  connection: WebSocket | null;
  connect(): Promise<void>;
  internalConnect(): Promise<void>;
  destroy(options?: WebSocketShardDestroyOptions): Promise<void>;
  send: WebSocketShard['send'];
  on: WebSocketShard['on'];
  onMessage(data: ArrayBuffer | string, isBinary: boolean): Promise<void>;
  onError(error: Error): void;
  onClose(code: number): Promise<void>;
}

const OpenedShard = WebSocketShard as unknown as new (
  ...args: ConstructorParameters<typeof WebSocketShard>
) => Opened;

/**
 * discord.js's connection to the gateway, but one that waits longer and longer between tries (it
 * asks twice a second for ever), that ends for good when the bot stops, and that no message from
 * the gateway can throw out of its handlers.
 */
export class GatewayShard extends OpenedShard {
  readonly #events: ShardEvents;
  /** Connections in a row that were not good ones, and those without any login. */
  #failures = 0;
  #failedLogins = 0;
  #loggedInAt: number | null = null;
  #told = '';
  #networkError: string | null = null;
  #closeCode: number | null = null;
  #isClosing = false;
  #isWaiting = false;

  constructor(strategy: IContextFetchingStrategy, id: number, events: ShardEvents) {
    super(strategy, id);
    this.#events = events;
    const loggedIn = () => {
      this.#loggedInAt = Date.now();
      this.#failedLogins = 0;
      this.#told = '';
    };
    this.on(WebSocketShardEvents.Ready, loggedIn);
    this.on(WebSocketShardEvents.Resumed, () => {
      loggedIn();
      this.#failures = Math.min(this.#failures, FAILURES_AFTER_RESUME);
    });
  }

  /** @throws PullquoteError when Discord closes the connection for good. */
  override async connect(): Promise<void> {
    try {
      await super.connect();
    } catch {
      throw disconnectError(this.#closeCode ?? GatewayCloseCodes.UnknownError);
    }
  }

  override async internalConnect(): Promise<void> {
    // discord.js can begin two recoveries of one loss.
    if (this.#isWaiting || this.status !== WebSocketShardStatus.Idle) return;
    const { stopped } = this.#events;
    const lasted = this.#loggedInAt === null ? 0 : Date.now() - this.#loggedInAt;
    if (lasted > STEADY_MS) this.#failures = 0;
    this.#loggedInAt = null;
    if (this.#failedLogins++ > MAX_RESUMES) await this.strategy.updateSessionInfo(this.id, null);
    this.#isWaiting = true;
    // The first loss is followed by a new connection at once.
    const waitMs = backOffMs(this.#failures++ - 1);
    await sleep(waitMs, undefined, { signal: stopped }).catch(() => {});
    this.#isWaiting = false;
    this.#isClosing = false;
    if (stopped.aborted) return;
    this.#networkError = null;
    try {
      await super.internalConnect();
    } catch (error) {
      this.#events.brokenEvent(null, error);
      // Where a session is to be resumed, the gateway may have named a place that is none.
      await this.strategy.updateSessionInfo(this.id, null);
      await this.internalConnect();
    }
  }

  override async destroy(options: WebSocketShardDestroyOptions = {}): Promise<void> {
    if (this.#isClosing) return;
    if (this.status === WebSocketShardStatus.Idle) return;
    this.#isClosing = true;
    if (options.recover !== undefined) this.#tell(options);
    const socket = this.connection;
    // Nobody listens any more once discord.js has let go of it.
    socket?.on('error', () => {});
    const goodbye = setTimeout(() => socket?.terminate(), GOODBYE_TIMEOUT_MS);
    socket?.once('close', () => clearTimeout(goodbye));
    if (socket?.readyState === WebSocket.CLOSED) clearTimeout(goodbye);
    await super.destroy(options).catch((error) => this.#events.brokenEvent(null, error));
  }

  /** Ends it, whatever it is doing: within a second, with a goodbye if there is a connection. */
  async end(): Promise<void> {
    if (this.#isClosing) return this.connection?.terminate();
    const isOpen = this.connection?.readyState === WebSocket.OPEN;
    const socket = this.connection;
    const closed = this.destroy({ code: NORMAL, reason: 'The bot stops' });
    if (!isOpen) socket?.terminate();
    await closed;
  }

  override async onMessage(data: ArrayBuffer | string, isBinary: boolean): Promise<void> {
    const wasReady = this.status === WebSocketShardStatus.Ready;
    try {
      await super.onMessage(data, isBinary);
    } catch (error) {
      const packet = packetIn(data);
      this.#events.brokenEvent(packet, error);
      if (wasReady && packet?.op === GatewayOpcodes.Dispatch) return;
      await this.destroy({
        reason: 'a message that cannot be read',
        recover: WebSocketShardDestroyRecovery.Reconnect,
      });
    }
  }

  /** discord.js lets some network errors end a login, which can be tried again. */
  override onError(error: Error & { code?: string }): void {
    this.#networkError = error.code ?? error.message;
    if (KnownNetworkErrorCodes.has(error.code ?? '')) super.onError(error);
  }

  override async onClose(code: number): Promise<void> {
    this.#closeCode = code;
    await super.onClose(code);
  }

  #tell({ code = null, reason }: { code?: number | null; reason?: string }): void {
    const known = code === null ? undefined : GatewayCloseCodes[code];
    const loss = { code, reason: reason ?? this.#networkError ?? known ?? 'connection lost' };
    const told = JSON.stringify(loss);
    if (told !== this.#told) this.#events.lost(loss);
    this.#told = told;
  }
}

function packetIn(data: ArrayBuffer | string): { op?: unknown } | null {
  try {
    return JSON.parse(typeof data === 'string' ? data : Buffer.from(data).toString());
  } catch {
    return null;
  }
}
