import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import type { Gateway } from './gateway/gateway.ts';
import type { Alteration } from './gateway/protocol.ts';
import type { Channel } from './world/types.ts';
import type { World } from './world/world.ts';

/** What a request gets instead of its answer. */
export interface FaultAnswer {
  status: number;
  body?: string;
  /** `text/html` where absent. */
  type?: string;
}

/** Silence, or a connection that is cut. */
type NoAnswer = 'silence' | 'cut';

interface RestFault {
  answer: FaultAnswer | NoAnswer;
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

  /** Every REST answer comes `milliseconds` late; its effects are there at once. */
  delayRest(milliseconds: number): void {
    this.restDelayMs = milliseconds;
  }

  /** Every gateway event comes `milliseconds` late: after the REST answer that caused it. */
  delayEvents(milliseconds: number): void {
    this.#gateway.delayMs = milliseconds;
  }

  /**
   * The next requests fail, without any effect.
   * @param status 429, or 500 and above
   * @param route what `METHOD /path` has to match or contain; everything where absent
   */
  failNext(status: number, route: RegExp | string = '', times = 1): void {
    this.#rest.push({ answer: { status }, route, times });
  }

  /** The next requests get this answer, without any effect. */
  answerNext(answer: FaultAnswer, route: RegExp | string = '', times = 1): void {
    this.#rest.push({ answer, route, times });
  }

  /** The next requests get no answer, and have no effect. */
  hangNext(route: RegExp | string = '', times = 1): void {
    this.#rest.push({ answer: 'silence', route, times });
  }

  /** The connections of the next requests are cut, and the requests have no effect. */
  cutNext(route: RegExp | string = '', times = 1): void {
    this.#rest.push({ answer: 'cut', route, times });
  }

  /** Forgets the faults of requests that are still to come. */
  healRest(): void {
    this.#rest = [];
  }

  /** @returns what a request has to get now, or undefined where nothing is wrong */
  takeRest(request: string): FaultAnswer | NoAnswer | undefined {
    const fault = this.#rest.find(({ route }) =>
      typeof route === 'string' ? request.includes(route) : route.test(request),
    );
    if (!fault) return undefined;
    if (--fault.times === 0) this.#rest = this.#rest.filter((one) => one !== fault);
    return fault.answer;
  }

  /** New connections are closed at once with this code, until switched off with null. */
  refuseConnections(code: number | null): void {
    this.#gateway.state.refuseConnections = code;
  }

  /** Changes what bots are told of events from now on, until switched off with null. */
  alterEvents(alter: Alteration | null): void {
    this.#gateway.state.alter = alter;
  }

  /** Sends every bot an event, whatever it says. */
  dispatch(type: string, data: unknown): void {
    for (const session of this.#gateway.state.sessions.values()) session.dispatch(type, data);
  }

  /** Sends every bot a text that may be no payload at all. */
  send(text: string): void {
    for (const { socket } of this.#gateway.state.sessions.values()) socket?.send(text);
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
