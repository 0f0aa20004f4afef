import { type Client, Events } from 'discord.js';
import { type Access, gatewayInformation } from './gateway-information.ts';
import type { GatewayLink } from './gateway-link.ts';

/**
 * Logs in and waits until the bot is ready: as long as it takes, where the trouble may pass.
 *
 * @throws SettingError or PullquoteError when Discord does not take the token or an intent, or is
 *   not at the address; and what `stopped` says when it is aborted.
 */
export async function connect(
  client: Client,
  link: GatewayLink,
  access: Access,
): Promise<Client<true>> {
  const { stopped, token } = access;
  link.information = await gatewayInformation(access);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const aborted = new Promise<never>((_, reject) => {
    stopped.addEventListener('abort', () => reject(stopped.reason), { once: true });
  });
  stopped.throwIfAborted();
  return Promise.race([client.login(token).then(() => ready), aborted]);
}
