import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import type { Sandbox } from '../src/index.ts';

/** Ordinary intents of a bot that asks for nothing privileged. */
export const PLAIN_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** Logs the real client in, told nothing but where the API is. */
export async function connect(
  sandbox: Sandbox,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const { rest, ...others } = options;
  const client = new Client({
    intents: PLAIN_INTENTS,
    ...others,
    rest: { ...rest, api: sandbox.apiUrl },
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  await ready;
  return client as Client<true>;
}
