import { type Client, GatewayDispatchEvents } from 'discord.js';

/**
 * Lets no event end the process on which discord.js, or a listener, fails. Most events come through
 * a connection, which catches for itself; those that came before the client was ready are taken
 * from a queue later, and what fails then would be nobody's.
 */
export function guardPackets(
  client: Client,
  brokenEvent: (packet: unknown, error: unknown) => void,
): void {
  const manager = client.ws as unknown as {
    handlePacket(packet?: unknown, shard?: unknown): boolean;
  };
  const handle = manager.handlePacket.bind(manager);
  manager.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard);
    } catch (error) {
      if (isLogin(packet)) throw error;
      brokenEvent(packet, error);
      return false;
    }
  };
}

/** Whether an event is the one that makes the client somebody. */
export function isLogin(packet: unknown): boolean {
  return (packet as { t?: unknown } | null)?.t === GatewayDispatchEvents.Ready;
}
