import { PermissionFlagsBits } from 'discord.js';
import fastify from 'fastify';
import { loadSchemas } from './checks/schema.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions/interactions.ts';
import { type ChannelRef, findChannel, Person } from './people/person.ts';
import { waitFor } from './people/waiting.ts';
import { API_PATH, type LoggedRequest, restApi } from './rest/server.ts';
import { componentTexts } from './world/mentions.ts';
import { addMember, addRole, seedGuild } from './world/seed.ts';
import type { Channel, Guild, Message } from './world/types.ts';
import { World } from './world/world.ts';

export type { Choice } from './interactions/interactions.ts';
export type { Outcome } from './people/outcome.ts';
export type { ChannelRef, Person, SayOptions } from './people/person.ts';
export type { LoggedRequest } from './rest/server.ts';
export type { Channel, Component, Message, User } from './world/types.ts';

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

export interface NewMember {
  /** Names of roles, as `Moderators`. */
  roles?: string[];
  /** Granted through a role of their own. */
  permissions?: (keyof typeof PermissionFlagsBits)[];
}

/** A small Discord on 127.0.0.1, kept in memory. */
export class Sandbox {
  readonly apiUrl: string;
  readonly pageUrl: string;
  /** Every request that the bot made, oldest first. */
  readonly requests: readonly LoggedRequest[];
  readonly faults: Faults;
  readonly guildId: string;
  readonly #world: World;
  readonly #interactions: Interactions;
  readonly #people = new Map<string, Person>();
  readonly #close: () => Promise<void>;

  constructor(parts: {
    url: string;
    world: World;
    guild: Guild;
    interactions: Interactions;
    faults: Faults;
    log: LoggedRequest[];
    close: () => Promise<void>;
  }) {
    this.apiUrl = `${parts.url}${API_PATH}`;
    this.pageUrl = `${parts.url}/`;
    this.requests = parts.log;
    this.faults = parts.faults;
    this.guildId = parts.guild.id;
    this.#world = parts.world;
    this.#interactions = parts.interactions;
    this.#close = parts.close;
  }

  /** The bot's token. */
  get token(): string {
    return this.#world.token;
  }

  get botId(): string {
    return this.#world.bot.id;
  }

  /** Somebody who is there from the start or was added: by name, whatever the case. */
  user(name: string): Person {
    const wanted = name.toLowerCase();
    for (const user of this.#world.users.values()) {
      if (user.bot || user.username !== wanted) continue;
      let person = this.#people.get(user.id);
      if (!person) {
        person = new Person(this.#world, this.#interactions, user);
        this.#people.set(user.id, person);
      }
      return person;
    }
    throw new Error(`There is nobody called "${name}".`);
  }

  /** Lets somebody new join the guild. */
  addMember(name: string, { roles = [], permissions = [] }: NewMember = {}): Person {
    const guild = this.#guild();
    const given = roles.map((role) => this.#role(guild, role));
    if (permissions.length > 0) {
      const bits = permissions.reduce((all, one) => all | PermissionFlagsBits[one], 0n);
      const role = addRole(this.#world, guild, `${name}'s`, bits);
      this.#world.publishToGuild('GUILD_ROLE_CREATE', { guild_id: guild.id, role }, guild.id);
      given.push(role);
    }
    addMember(this.#world, guild, this.#world.addUser(name), given);
    return this.user(name);
  }

  roleId(name: string): string {
    return this.#role(this.#guild(), name).id;
  }

  channel(ref: ChannelRef): Channel {
    return findChannel(this.#world, ref);
  }

  /** A message by its id, ephemeral ones too; undefined once it is deleted. */
  message(id: string): Message | undefined {
    return this.#world.messages.get(id);
  }

  /** Waits until something is true; it is looked at whenever something happens at this Discord. */
  async until(condition: () => boolean, timeoutMs = 5000): Promise<void> {
    const found = await waitFor(this.#world, () => condition() || undefined, timeoutMs);
    if (!found) throw new Error(`It did not become true within ${timeoutMs} ms: ${condition}`);
  }

  /** Hears of everything that happens; @returns a function that ends it. */
  onEvent(listener: (type: string, data: unknown) => void): () => void {
    return this.#world.events.subscribe((event) => listener(event.type, event.data));
  }

  close(): Promise<void> {
    return this.#close();
  }

  #guild(): Guild {
    const guild = this.#world.guilds.get(this.guildId);
    if (!guild) throw new Error('The guild is gone.');
    return guild;
  }

  #role(guild: Guild, name: string) {
    const found = [...guild.roles.values()].find((one) => one.name === name);
    if (!found) throw new Error(`There is no role "${name}".`);
    return found;
  }
}

/** Starts a Discord on a loopback port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  void loadSchemas();
  const world = new World(options.now ?? Date.now);
  const guild = seedGuild(world);
  const interactions = new Interactions(world);
  const server = fastify({ forceCloseConnections: true, bodyLimit: 10 * 1024 * 1024 });
  const gatewayUrl = () => `${address().replace('http', 'ws')}${GATEWAY_PATH}`;
  const gateway = new Gateway(world, { heartbeatMs: options.heartbeatMs, url: gatewayUrl });
  const faults = new Faults(world, gateway, (name) => findChannel(world, name));
  const log: LoggedRequest[] = [];
  const intents = () => [...gateway.state.sessions.values()].at(-1)?.intents ?? 0;
  restApi(server, {
    context: { world, interactions, intents, gatewayUrl },
    faults,
    rateLimits: options.rateLimits ?? true,
    log,
  });
  server.server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith(GATEWAY_PATH)) gateway.accept(request, socket, head);
    else socket.destroy();
  });
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  function address(): string {
    const bound = server.server.address();
    return `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : 0}`;
  }
  const close = async () => {
    gateway.close();
    await server.close();
  };
  return new Sandbox({ url: address(), world, guild, interactions, faults, log, close });
}

/** @returns all that a message says: its content and the texts of its components */
export function textOf(message: Message): string {
  return [message.content, ...componentTexts(message.components)].filter(Boolean).join('\n');
}
