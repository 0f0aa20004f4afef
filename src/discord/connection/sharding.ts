import {
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  SimpleContextFetchingStrategy,
  type WebSocketManager,
  type WebSocketShardDestroyOptions,
  WebSocketShardEvents,
} from '@discordjs/ws';
import { Collection, type GatewaySendPayload } from 'discord.js';
import { GatewayShard, type ShardEvents } from './gateway-shard.ts';
import { isLogin } from './guard-packets.ts';

type Statuses = Awaited<ReturnType<IShardingStrategy['fetchStatus']>>;

/** All connections to the gateway in this process. */
export class Sharding implements IShardingStrategy {
  readonly #manager: WebSocketManager;
  readonly #events: ShardEvents;
  readonly #shards = new Map<number, GatewayShard>();

  constructor(manager: WebSocketManager, events: ShardEvents) {
    this.#manager = manager;
    this.#events = events;
  }

  async spawn(shardIds: number[]): Promise<void> {
    const options = await managerToFetchingStrategyOptions(this.#manager);
    for (const id of shardIds) {
      const context = new SimpleContextFetchingStrategy(this.#manager, options);
      const shard = new GatewayShard(context, id, this.#events);
      for (const event of Object.values(WebSocketShardEvents)) {
        shard.on(event, (payload: object) => this.#pass(event, { ...payload, shardId: id }));
      }
      this.#shards.set(id, shard);
    }
  }

  async connect(): Promise<void> {
    this.#events.stopped.throwIfAborted();
    await Promise.all([...this.#shards.values()].map((shard) => shard.connect()));
  }

  async destroy(_options?: Omit<WebSocketShardDestroyOptions, 'recover'>): Promise<void> {
    await Promise.all([...this.#shards.values()].map((shard) => shard.end()));
    this.#shards.clear();
  }

  async send(shardId: number, payload: GatewaySendPayload): Promise<void> {
    await this.#shards.get(shardId)?.send(payload);
  }

  fetchStatus(): Statuses {
    const statuses = [...this.#shards].map(([id, { status }]) => [id, status] as const);
    // discord.js's packages have several versions of one class, which are the same here.
    return new Collection(statuses) as unknown as Statuses;
  }

  #pass(event: WebSocketShardEvents, payload: { shardId: number; data?: unknown }): void {
    try {
      this.#manager.emit(event, payload as never);
    } catch (error) {
      // Without a whole login there is no bot: the connection has to hear of it, and begins anew.
      if (event !== WebSocketShardEvents.Dispatch || isLogin(payload.data)) throw error;
      this.#events.brokenEvent(payload.data, error);
    }
  }
}
