import { EventHub } from './events.ts';
import { makeBotToken, Snowflakes } from './ids.ts';
import type { Attachment, Channel, Command, Guild, Message, Overwrite, User } from './types.ts';

/** Everything that the little Discord knows, in memory, and the one place where it is changed. */
export class World {
  readonly now: () => number;
  readonly ids: Snowflakes;
  readonly events = new EventHub();
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  /** By id, oldest first. */
  readonly messages = new Map<string, Message>();
  /** By id, of the one application; those of a guild have a `guild_id`. */
  readonly commands = new Map<string, Command>();
  /** Files that people uploaded, by id, oldest first. */
  readonly attachments = new Map<string, Attachment>();
  /** Where the sandbox listens: the addresses of uploads begin with it. */
  origin = '';
  readonly bot: User;
  readonly token: string;
  /** Privileged intents that are switched off in the application's settings, as bits. */
  disallowedIntents = 0;

  constructor(now: () => number) {
    this.now = now;
    this.ids = new Snowflakes(now);
    this.bot = this.addUser('Pullquote', true);
    this.token = makeBotToken(this.bot.id);
  }

  /** As at Discord since 2022, the application's id is that of its bot user. */
  get applicationId(): string {
    return this.bot.id;
  }

  time(): string {
    return new Date(this.now()).toISOString();
  }

  addUser(name: string, bot = false): User {
    const user: User = {
      id: this.ids.next(),
      username: name.toLowerCase().replace(/[^a-z0-9_.]/g, '_'),
      global_name: bot ? null : name,
      discriminator: bot ? '0001' : '0',
      avatar: null,
      bot,
    };
    if (bot) user.username = name;
    this.users.set(user.id, user);
    return user;
  }

  addChannel(fields: Partial<Channel> & Pick<Channel, 'type'>): Channel {
    const channel: Channel = {
      id: this.ids.next(),
      guild_id: null,
      name: null,
      topic: null,
      position: this.channels.size,
      parent_id: null,
      permission_overwrites: [],
      last_message_id: null,
      recipient: null,
      owner_id: null,
      thread_metadata: null,
      thread_members: new Set(),
      available_tags: [],
      applied_tags: [],
      ...fields,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  publish(
    type: string,
    data: unknown,
    channel?: Channel | null,
    onlyTo: string | null = null,
  ): void {
    this.events.publish({
      type,
      data,
      guildId: channel?.guild_id ?? null,
      channelId: channel?.id ?? null,
      onlyTo,
    });
  }

  publishToGuild(type: string, data: unknown, guildId: string): void {
    this.events.publish({ type, data, guildId, channelId: null, onlyTo: null });
  }

  /** @returns the messages of a channel, oldest first, ephemeral ones among them */
  messagesIn(channelId: string): Message[] {
    return [...this.messages.values()].filter((one) => one.channel_id === channelId);
  }

  /**
   * Bots are told of a DM by its first message only, as at Discord.
   * @returns the one DM channel between the bot and a person, made if it is not there yet
   */
  openDm(user: User): Channel {
    for (const channel of this.channels.values()) {
      if (channel.recipient?.id === user.id) return channel;
    }
    return this.addChannel({ type: 1, recipient: user });
  }

  setOverwrite(channel: Channel, overwrite: Overwrite): void {
    channel.permission_overwrites = channel.permission_overwrites.filter(
      (one) => one.id !== overwrite.id,
    );
    channel.permission_overwrites.push(overwrite);
    this.publish('CHANNEL_UPDATE', channel, channel);
  }

  /** The bot is thrown out of a guild, or the guild is deleted. */
  removeGuild(guild: Guild): void {
    this.publishToGuild('GUILD_DELETE', { id: guild.id }, guild.id);
    this.guilds.delete(guild.id);
    for (const channel of [...this.channels.values()]) {
      if (channel.guild_id === guild.id) this.channels.delete(channel.id);
    }
  }
}
