import { type WebSocketManager, WebSocketShardStatus } from '@discordjs/ws';
import type { APIGatewayBotInfo, WebSocketOptions } from 'discord.js';
import type { ShardEvents } from './gateway-shard.ts';
import { IdentifyThrottle } from './identify-throttle.ts';
import { Sharding } from './sharding.ts';

/** How discord.js reaches the gateway: where it is, and by which connections. */
export class GatewayLink {
  readonly #events: ShardEvents;
  #information: APIGatewayBotInfo | null = null;
  #sharding: Sharding | null = null;

  constructor(events: ShardEvents) {
    this.#events = events;
  }

  /** To be told before the client logs in. */
  set information(information: APIGatewayBotInfo) {
    this.#information = information;
  }

  /** The connections to the gateway, and those of them that events come through. */
  get shards(): { all: number; ready: number } {
    const statuses = [...(this.#sharding?.fetchStatus().values() ?? [])];
    const ready = statuses.filter((status) => status === WebSocketShardStatus.Ready);
    return { all: statuses.length, ready: ready.length };
  }

  options(): Partial<WebSocketOptions> {
    const information = async () => {
      if (!this.#information) throw new Error('Where the gateway is was not told.');
      return this.#information;
    };
    return {
      buildStrategy: (manager: WebSocketManager) => {
        // It would ask without end, and without a check of the answer.
        manager.fetchGatewayInformation = information;
        this.#sharding = new Sharding(manager, this.#events);
        return this.#sharding;
      },
      buildIdentifyThrottler: async () => {
        const { session_start_limit: limit } = await information();
        return new IdentifyThrottle(limit.max_concurrency, this.#events.stopped);
      },
    };
  }
}
