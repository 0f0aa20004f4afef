import { setTimeout } from 'node:timers/promises';
import {
  Client,
  DiscordAPIError,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Partials,
  PermissionFlagsBits,
} from 'discord.js';
import { PullquoteError, SettingError } from '../errors.ts';
import { boundedCaches, SWEEPERS } from './caches.ts';

/** Between a failed login and the close code that explains it, in milliseconds. */
const WHY_MS = 500;

/** The fewest permissions with which everything works; threads only where helpers are called. */
export function neededPermissions(callsHelpers: boolean): bigint[] {
  return [
    PermissionFlagsBits.ViewChannel,
    PermissionFlagsBits.SendMessages,
    PermissionFlagsBits.SendMessagesInThreads,
    PermissionFlagsBits.ReadMessageHistory,
    PermissionFlagsBits.AddReactions,
    ...(callsHelpers ? [PermissionFlagsBits.CreatePublicThreads] : []),
  ];
}

/**
 * A client that mentions nobody, and that asks for no privileged intent unless `readsEverything`.
 *
 * @param apiUrl a Discord-compatible server without the version, `http://127.0.0.1:8080/api`
 */
export function createClient(apiUrl: string | undefined, readsEverything: boolean): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(readsEverything ? [GatewayIntentBits.MessageContent] : []),
    ],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: boundedCaches(),
    sweepers: SWEEPERS,
    ...(apiUrl ? { rest: { api: apiUrl } } : {}),
  });
}

/**
 * Logs in and waits until the bot is ready.
 *
 * @throws SettingError when Discord does not take the token or an intent.
 */
export async function connect(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const closed = new Promise<PullquoteError>((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) => resolve(disconnectError(code)));
  });
  try {
    await client.login(token);
    return await Promise.race([ready, closed.then((error) => Promise.reject(error))]);
  } catch (error) {
    // The client says that it failed before it says why.
    const why = await Promise.race([closed, setTimeout(WHY_MS, undefined, { ref: false })]);
    await client.destroy();
    throw why ?? loginError(error);
  }
}

/** Why Discord closed the connection for good, as one line for the person who runs the bot. */
export function disconnectError(code: number): PullquoteError {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return wrongToken();
    case GatewayCloseCodes.DisallowedIntents:
      return new SettingError(
        'ANSWER_CHANNELS needs the Message Content Intent: switch it on under Bot → Privileged Gateway Intents at https://discord.com/developers/applications, or leave ANSWER_CHANNELS empty.',
      );
    case GatewayCloseCodes.ShardingRequired:
      return new PullquoteError(
        'Discord wants this bot to run in shards: it is on more than 2,500 servers.',
      );
    default:
      return new PullquoteError(`Discord closed the connection for good (code ${code}).`);
  }
}

function loginError(error: unknown): Error {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401)) {
    return wrongToken();
  }
  const network = cause?.code ?? code;
  if (typeof network === 'string' && /^(?:E[A-Z]+|UND_ERR_[A-Z_]+)$/u.test(network)) {
    return new PullquoteError(
      `Discord cannot be reached (${network}). Check the network, and DISCORD_API_URL if it is set.`,
    );
  }
  return error as Error;
}

function wrongToken(): SettingError {
  return new SettingError(
    'DISCORD_TOKEN is not accepted by Discord. Copy it again from Bot → Token at https://discord.com/developers/applications.',
  );
}
