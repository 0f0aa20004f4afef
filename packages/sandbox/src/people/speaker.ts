import { ChannelType, PermissionFlagsBits as P } from 'discord.js';
import { createMessage, deleteMessage, editMessage, react } from '../world/messages.ts';
import { may, permissionsIn, sendPermission } from '../world/permissions.ts';
import { createPost, tagPost } from '../world/posts.ts';
import { createThread, joinThread } from '../world/threads.ts';
import type { Channel, Message, User } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { type ChannelRef, findChannel } from './find-channel.ts';
import { waitFor } from './waiting.ts';

export interface SayOptions {
  replyTo?: Message | null;
  /** Whether a reply pings the one replied to; it does by default. */
  ping?: boolean;
  /** Puts a mention of the bot in front. */
  mentionBot?: boolean;
  /** Whether they pay for Nitro, and so for longer messages. */
  nitro?: boolean;
}

export interface PostOptions {
  /** Names of the forum's tags. */
  tags?: readonly string[];
}

/** The longest message of a person without Nitro and with it, in characters. */
const CONTENT_LIMIT = 2000;
const NITRO_CONTENT_LIMIT = 4000;

/** The longest title of a post, in characters, and the most tags that it can have. */
const MAX_TITLE = 100;
const MAX_TAGS = 5;

/** Somebody who reads and writes, within what Discord's client lets them do. */
export class Speaker {
  readonly user: User;
  protected readonly world: World;

  constructor(world: World, user: User) {
    this.world = world;
    this.user = user;
  }

  get id(): string {
    return this.user.id;
  }

  /** Their DM channel with the bot. */
  get dmChannel(): Channel {
    return this.world.openDm(this.user);
  }

  /** Sends a message. */
  say(channel: ChannelRef, content: string, options: SayOptions = {}): Message {
    const place = findChannel(this.world, channel);
    this.#need(place, sendPermission(place), 'write');
    const { replyTo = null, ping = true, mentionBot = false, nitro = false } = options;
    const limit = nitro ? NITRO_CONTENT_LIMIT : CONTENT_LIMIT;
    if (content.length > limit) throw new Error('Your message is too long.');
    const text = mentionBot ? `<@${this.world.bot.id}> ${content}` : content;
    const allowed = { parse: ['users', 'roles', 'everyone'], replied_user: ping };
    const body = { content: text, allowed_mentions: allowed };
    return createMessage(this.world, place, this.user, body, { replyTo });
  }

  /** Sends a message to the bot alone. */
  dm(content: string, options: SayOptions = {}): Message {
    return this.say(this.dmChannel, content, options);
  }

  edit(message: Message, content: string): void {
    if (message.author !== this.user) throw new Error('This message is not yours to edit.');
    editMessage(this.world, message, { content });
  }

  delete(message: Message): void {
    const place = findChannel(this.world, { id: message.channel_id });
    if (message.author !== this.user && message.ephemeral_to !== this.id) {
      this.#need(place, P.ManageMessages, 'delete messages of others');
    }
    deleteMessage(this.world, message);
  }

  /** Opens a thread, on a message where one is given. */
  thread(channel: ChannelRef, name: string, from: Message | null = null): Channel {
    const place = findChannel(this.world, channel);
    this.#need(place, P.CreatePublicThreads, 'open threads');
    return createThread(this.world, place, this.user, name, from);
  }

  /**
   * Opens a post in a forum.
   * @param tags names of the forum's tags
   * @returns its first message, whose id is the post's too
   */
  post(forum: ChannelRef, title: string, text: string, { tags = [] }: PostOptions = {}): Message {
    const place = findChannel(this.world, forum);
    if (place.type !== ChannelType.GuildForum) throw new Error(`#${place.name} is no forum.`);
    this.#need(place, P.SendMessages, 'post');
    if (!title.trim() || title.length > MAX_TITLE)
      throw new Error('A post needs a title of up to 100 characters.');
    if (!text.trim() || text.length > CONTENT_LIMIT)
      throw new Error('A post needs a text of up to 2,000 characters.');
    if (tags.length > MAX_TAGS) throw new Error('A post has at most five tags.');
    const ids = this.#tagIds(place, tags);
    return createPost(this.world, place, this.user, title, { content: text }, ids);
  }

  /** Sets the tags of a post, of their own or, for those who manage threads, of anybody. */
  tag(post: ChannelRef, tags: readonly string[]): void {
    const place = findChannel(this.world, post);
    const forum = findChannel(this.world, { id: place.parent_id ?? '' });
    if (place.owner_id !== this.id) this.#need(forum, P.ManageThreads, 'tag posts of others');
    tagPost(this.world, place, this.#tagIds(forum, tags));
  }

  #tagIds(forum: Channel, names: readonly string[]): string[] {
    return names.map((name) => {
      const tag = forum.available_tags.find((one) => one.name === name);
      if (!tag) throw new Error(`#${forum.name} has no tag "${name}".`);
      if (tag.moderated) this.#need(forum, P.ManageThreads, `set the tag "${name}"`);
      return tag.id;
    });
  }

  react(message: Message, emoji: string, present = true): void {
    react(this.world, message, this.user, { id: null, name: emoji }, present);
  }

  /** Shows that they are typing. */
  type(channel: ChannelRef): void {
    const place = findChannel(this.world, channel);
    const timestamp = Math.floor(this.world.now() / 1000);
    const data = { channel_id: place.id, user_id: this.id, timestamp };
    this.world.publish('TYPING_START', { ...data, guild_id: place.guild_id ?? undefined }, place);
  }

  /** Waits for the bot's next message after `to`: a reply to it, or one that replies to nothing. */
  async waitForReply(to: Message, timeoutMs = 5000): Promise<Message> {
    const fits = (one: Message) =>
      one.author === this.world.bot &&
      BigInt(one.id) > BigInt(to.id) &&
      (one.channel_id === to.channel_id || one.channel_id === to.thread?.id) &&
      (one.ephemeral_to ?? this.id) === this.id &&
      (one.message_reference === null || one.message_reference.message_id === to.id);
    const found = await waitFor(
      this.world,
      (event) => {
        if (!event) return [...this.world.messages.values()].find(fits);
        if (event.type !== 'MESSAGE_CREATE') return undefined;
        return fits(event.data as Message) ? (event.data as Message) : undefined;
      },
      timeoutMs,
    );
    if (!found) throw new Error(`No reply to "${to.content}" within ${timeoutMs} ms.`);
    return found;
  }

  /** The messages of a channel that this person sees, oldest first. */
  seen(channel: ChannelRef): Message[] {
    const place = findChannel(this.world, channel);
    if (!may(this.world, this.id, place, P.ViewChannel | P.ReadMessageHistory)) return [];
    return this.world
      .messagesIn(place.id)
      .filter((one) => (one.ephemeral_to ?? this.id) === this.id);
  }

  /** Whether this person sees a channel at all. */
  sees(channel: Channel): boolean {
    return permissionsIn(this.world, this.id, channel) !== 0n;
  }

  #need(channel: Channel, permission: bigint, what: string): void {
    if (may(this.world, this.id, channel, permission)) {
      if (channel.thread_metadata) joinThread(this.world, channel, this.id);
      return;
    }
    throw new Error(`${this.user.global_name} may not ${what} in #${channel.name}.`);
  }
}
