import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import type { Gateway } from './gateway/gateway.ts';
import type { Channel } from './world/types.ts';
import type { World } from './world/world.ts';

export interface RestFault {
  status: number;
  route: RegExp | string;
  times: number;
}

/** Everything that can go wrong at Discord, on request. */
export class Faults {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #channel: (name: string) => Channel;
  #rest: RestFault[] = [];
  restDelayMs = 0;

  constructor(world: World, gateway: Gateway, channel: (name: string) => Channel) {
    this.#world = world;
    this.#gateway = gateway;
    this.#channel = channel;
  }

  /** Cuts the gateway connection without a close frame (1006). */
  dropSocket(): void {
    this.#gateway.drop();
  }

  /** Heartbeats get no answer from now on, until switched off again. */
  withholdAcks(on = true): void {
    this.#gateway.state.withholdAcks = on;
  }

  /** Opcode 7. */
  reconnect(): void {
    this.#gateway.reconnect();
  }

  /** Opcode 9, at once. */
  invalidSession(resumable: boolean): void {
    this.#gateway.invalidate(resumable);
  }

  /** Opcode 9 in answer to the next Identify or Resume. */
  refuseNextSession(resumable: boolean): void {
    this.#gateway.state.refuseNext = { resumable };
  }

  /** Every REST answer comes so many milliseconds late; its effects are there at once. */
  delayRest(milliseconds: number): void {
    this.restDelayMs = milliseconds;
  }

  /** Every gateway event comes so many milliseconds late: after the REST answer that caused it. */
  delayEvents(milliseconds: number): void {
    this.#gateway.delayMs = milliseconds;
  }

  /**
   * The next requests fail, without any effect.
   * @param status 429, or 500 and above
   * @param route what `METHOD /path` has to match or contain; everything where absent
   */
  failNext(status: number, route: RegExp | string = '', times = 1): void {
    this.#rest.push({ status, route, times });
  }

  /** @returns the status with which a request has to fail now, or null */
  takeRest(request: string): number | null {
    const fault = this.#rest.find(({ route }) =>
      typeof route === 'string' ? request.includes(route) : route.test(request),
    );
    if (!fault) return null;
    if (--fault.times === 0) this.#rest = this.#rest.filter((one) => one !== fault);
    return fault.status;
  }

  /** Takes a permission from the bot, in one channel. */
  forbid(permission: keyof typeof PermissionFlagsBits, channel: string): void {
    const place = this.#channel(channel);
    const bot = this.#world.bot.id;
    const before = place.permission_overwrites.find((one) => one.id === bot)?.deny ?? '0';
    const deny = String(BigInt(before) | PermissionFlagsBits[permission]);
    this.#world.setOverwrite(place, { id: bot, type: 1, allow: '0', deny });
  }

  /** Switches a privileged intent off in the application's settings: Identify closes with 4014. */
  disallowIntent(intent: 'MessageContent' | 'GuildMembers' | 'GuildPresences'): void {
    this.#world.disallowedIntents |= GatewayIntentBits[intent];
  }

  /** Takes the bot out of the guild, where people use the app that they installed for themselves. */
  uninstall(): void {
    for (const guild of this.#world.guilds.values()) {
      this.#world.publishToGuild('GUILD_DELETE', { id: guild.id }, guild.id);
      guild.members.delete(this.#world.bot.id);
    }
  }

  /** Throws the bot out of its guild. */
  removeGuild(): void {
    for (const guild of [...this.#world.guilds.values()]) this.#world.removeGuild(guild);
  }
}
