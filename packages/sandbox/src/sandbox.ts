import { PermissionFlagsBits } from 'discord.js';
import type { Faults } from './faults.ts';
import { type ChannelRef, findChannel } from './people/find-channel.ts';
import type { People } from './people/people.ts';
import type { Person } from './people/person.ts';
import { waitFor } from './people/waiting.ts';
import { API_PATH, type LoggedRequest } from './rest/server.ts';
import { roleJson } from './world/json/people.ts';
import { addMember, addRole } from './world/seed.ts';
import type { Channel, Guild, Message } from './world/types.ts';
import type { World } from './world/world.ts';

export interface NewMember {
  /** Names of roles, as `Moderators`. */
  roles?: string[];
  /** Granted through a role of their own. */
  permissions?: (keyof typeof PermissionFlagsBits)[];
}

interface SandboxParts {
  url: string;
  world: World;
  guild: Guild;
  people: People;
  faults: Faults;
  log: readonly LoggedRequest[];
  close: () => Promise<void>;
}

/** A small Discord on 127.0.0.1, kept in memory: what tests and the start-up see of it. */
export class Sandbox {
  /** For discord.js as `rest.api`. */
  readonly apiUrl: string;
  /** Where a person can chat with the bot. */
  readonly pageUrl: string;
  /** The bot's token. */
  readonly token: string;
  readonly botId: string;
  readonly guildId: string;
  readonly faults: Faults;
  /** Every request that the bot made, oldest first. */
  readonly requests: readonly LoggedRequest[];
  readonly #world: World;
  readonly #people: People;
  readonly #close: () => Promise<void>;

  constructor({ url, world, guild, people, faults, log, close }: SandboxParts) {
    this.apiUrl = `${url}${API_PATH}`;
    this.pageUrl = `${url}/`;
    this.token = world.token;
    this.botId = world.bot.id;
    this.guildId = guild.id;
    this.faults = faults;
    this.requests = log;
    this.#world = world;
    this.#people = people;
    this.#close = close;
  }

  /** Somebody who is there from the start or was added: by name, whatever the case. */
  user(name: string): Person {
    return this.#people.byName(name);
  }

  /** Lets somebody new join the guild. */
  addMember(name: string, { roles = [], permissions = [] }: NewMember = {}): Person {
    const guild = this.#guild();
    const given = roles.map((role) => this.#role(role));
    if (permissions.length > 0) {
      const bits = permissions.reduce((all, one) => all | PermissionFlagsBits[one], 0n);
      const role = addRole(this.#world, guild, `${name}'s`, bits);
      const data = { guild_id: guild.id, role: roleJson(role) };
      this.#world.publishToGuild('GUILD_ROLE_CREATE', data, guild.id);
      given.push(role);
    }
    const user = this.#world.addUser(name);
    addMember(this.#world, guild, user, given);
    return this.#people.byId(user.id);
  }

  /** Takes all roles from somebody. */
  removeRoles(name: string): void {
    const member = this.#guild().members.get(this.user(name).id);
    if (member) member.roles = [];
  }

  roleId(name: string): string {
    return this.#role(name).id;
  }

  /** A channel by its name or id. */
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

  #role(name: string) {
    const found = [...this.#guild().roles.values()].find((one) => one.name === name);
    if (!found) throw new Error(`There is no role "${name}".`);
    return found;
  }
}
