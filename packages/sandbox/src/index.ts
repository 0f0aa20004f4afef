import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import fastify from 'fastify';
import { loadSchemas } from './checks/schema.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions/interactions.ts';
import { isFromHere, isOwnPage } from './own-page.ts';
import { pageAssets } from './page/assets.ts';
import { PAGE_SOCKET_PATH, PageSockets } from './page/socket.ts';
import { findChannel } from './people/find-channel.ts';
import { People } from './people/people.ts';
import { type LoggedRequest, restApi } from './rest/server.ts';
import { Sandbox } from './sandbox.ts';
import { uploads } from './uploads.ts';
import { componentTexts } from './world/mentions.ts';
import { seedGuild } from './world/seed.ts';
import type { Message } from './world/types.ts';
import { World } from './world/world.ts';

export { checkMessage } from './checks/message.ts';
export type { Choice } from './interactions/interaction.ts';
export type { ChannelRef } from './people/find-channel.ts';
export type { Outcome, UseOptions } from './people/outcome.ts';
export type { Person } from './people/person.ts';
export type { PostOptions, SayOptions } from './people/speaker.ts';
export type { LoggedRequest } from './rest/server.ts';
export type { NewMember, Sandbox } from './sandbox.ts';
export type { Upload } from './world/attachments.ts';
export { flattenComponents } from './world/messages.ts';
export type { Channel, Component, Message, User } from './world/types.ts';
export type { World } from './world/world.ts';

const GATEWAY_PATH = '/gateway';

export interface SandboxOptions {
  /** 0 for any free one, which is the default. */
  port?: number;
  /** Milliseconds since 1970; timestamps, ids and the life of tokens follow it. */
  now?: () => number;
  /** Discord's own by default. */
  heartbeatMs?: number;
  /** Whether requests are counted against Discord's limits; they are by default. */
  rateLimits?: boolean;
}

/** Starts a Discord on a loopback port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  void loadSchemas();
  const world = new World(options.now ?? Date.now);
  const guild = seedGuild(world);
  const interactions = new Interactions(world);
  const people = new People(world, interactions);
  const server = fastify({ forceCloseConnections: true });
  let port = 0;
  const gatewayUrl = () => `ws://127.0.0.1:${port}${GATEWAY_PATH}`;
  const gateway = new Gateway(world, { heartbeatMs: options.heartbeatMs, url: gatewayUrl });
  const faults = new Faults(world, gateway, (name) => findChannel(world, name));
  const log: LoggedRequest[] = [];
  const intents = () => [...gateway.state.sessions.values()].at(-1)?.intents ?? 0;
  const context = { world, interactions, intents, gatewayUrl };
  restApi(server, { context, faults, rateLimits: options.rateLimits ?? true, log });
  pageAssets(server);
  uploads(server, world);
  const pages = new PageSockets(world, people);
  server.addHook('onRequest', async (request, reply) => {
    if (!isFromHere(request.raw, port)) return reply.code(403).send();
  });
  server.server.on('upgrade', (request, socket, head) => {
    // Whoever is refused may be gone before the refusal reaches it.
    socket.on('error', () => socket.destroy());
    if (!isFromHere(request, port)) refuseUpgrade(socket, 403);
    else if (isAt(request, GATEWAY_PATH)) gateway.accept(request, socket, head);
    else if (!isAt(request, PAGE_SOCKET_PATH)) refuseUpgrade(socket, 404);
    else if (isOwnPage(request.headers.origin, port)) pages.accept(request, socket, head);
    else refuseUpgrade(socket, 403);
  });
  const url = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  port = Number(new URL(url).port);
  world.origin = url;
  const close = async () => {
    gateway.close();
    pages.close();
    await server.close();
  };
  return new Sandbox({ url, world, guild, people, faults, log, close });
}

function isAt({ url = '' }: IncomingMessage, path: string): boolean {
  return [path, `${path}/`].includes(url.split('?', 1)[0] ?? '');
}

function refuseUpgrade(socket: Duplex, status: 403 | 404): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
}

/** @returns all that a message says: its content and the texts of its components */
export function textOf(message: Message): string {
  return [message.content, ...componentTexts(message.components)].filter(Boolean).join('\n');
}
