import type { WebSocketManager } from '@discordjs/ws';
import type { APIGatewayBotInfo, WebSocketOptions } from 'discord.js';
import type { ShardEvents } from './gateway-shard.ts';
import { IdentifyThrottle } from './identify-throttle.ts';
import { Sharding } from './sharding.ts';

/** How discord.js reaches the gateway: where it is, and by which connections. */
export class GatewayLink {
  readonly #events: ShardEvents;
  #information: APIGatewayBotInfo | null = null;

  constructor(events: ShardEvents) {
    this.#events = events;
  }

  /** To be told before the client logs in. */
  set information(information: APIGatewayBotInfo) {
    this.#information = information;
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
        return new Sharding(manager, this.#events);
      },
      buildIdentifyThrottler: async () => {
        const { session_start_limit: limit } = await information();
        return new IdentifyThrottle(limit.max_concurrency, this.#events.stopped);
      },
    };
  }
}
