import {
  Client,
  DefaultRestOptions,
  GatewayIntentBits,
  Partials,
  PermissionFlagsBits,
  type WebSocketOptions,
} from 'discord.js';
import { boundedCaches, SWEEPERS } from './caches.ts';

/** A reply that a rate limit holds back for longer than this comes too late, in milliseconds. */
const MAX_LIMIT_WAIT_MS = 60_000;

export interface ClientSettings {
  /** A Discord-compatible server without the version, as `http://127.0.0.1:8080/api`. */
  apiUrl?: string | undefined;
  /** Whether to ask for the privileged intent that shows every message. */
  readsEverything: boolean;
  gateway: Partial<WebSocketOptions>;
  /** Ends every request that is under way. */
  stopped: AbortSignal;
}

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

/** A client that mentions nobody, and that asks for no privileged intent unless it must. */
export function createClient({
  apiUrl,
  readsEverything,
  gateway,
  stopped,
}: ClientSettings): Client {
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
    ws: gateway,
    rest: {
      ...(apiUrl ? { api: apiUrl } : {}),
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > MAX_LIMIT_WAIT_MS,
      makeRequest: (url, init) => {
        const signal = init.signal ? AbortSignal.any([init.signal, stopped]) : stopped;
        return DefaultRestOptions.makeRequest(url, { ...init, signal });
      },
    },
  });
}
