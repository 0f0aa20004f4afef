import { MessageFlags, MessageType } from 'discord.js';
import { type AllowedMentions, componentTexts, findMentions } from './mentions.ts';
import type { Channel, Component, Embed, InteractionMetadata, Message, User } from './types.ts';
import type { World } from './world.ts';

/** The checked body of a request that makes or changes a message. */
export interface MessageBody {
  content?: string | null;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  flags?: number | null;
  tts?: boolean | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: { message_id: string; fail_if_not_exists?: boolean | null } | null;
}

/** What a new message has besides its body. */
interface MessageOrigin {
  /** A new one by default. */
  id?: string;
  replyTo?: Message | null;
  interaction?: InteractionMetadata | null;
  ephemeral?: boolean;
  type?: number;
}

/** Posts a message and tells everybody who may see it. */
export function createMessage(
  world: World,
  channel: Channel,
  author: User,
  body: MessageBody,
  origin: MessageOrigin = {},
): Message {
  const { replyTo = null, interaction = null, ephemeral = false } = origin;
  const message: Message = {
    id: origin.id ?? world.ids.next(),
    channel_id: channel.id,
    author,
    content: body.content ?? '',
    timestamp: world.time(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    embeds: body.embeds ?? [],
    components: numberComponents(body.components ?? []),
    reactions: [],
    pinned: false,
    type: origin.type ?? (replyTo ? MessageType.Reply : MessageType.Default),
    flags: (body.flags ?? 0) | (ephemeral ? MessageFlags.Ephemeral : 0),
    message_reference: replyTo && {
      type: 0,
      message_id: replyTo.id,
      channel_id: replyTo.channel_id,
      ...(channel.guild_id && { guild_id: channel.guild_id }),
    },
    referenced_message: replyTo,
    webhook_id: interaction ? world.applicationId : null,
    interaction_metadata: interaction,
    thread: null,
    ephemeral_to: ephemeral ? (interaction?.user.id ?? null) : null,
    deleted: false,
  };
  settleMentions(world, channel, message, body);
  world.messages.set(message.id, message);
  if (!ephemeral) channel.last_message_id = message.id;
  if (channel.thread_metadata && !ephemeral) channel.thread_members.add(author.id);
  world.publish('MESSAGE_CREATE', message, channel, message.ephemeral_to);
  return message;
}

/** Changes a message in place: only what the body names. */
export function editMessage(world: World, message: Message, body: MessageBody): void {
  const channel = world.channels.get(message.channel_id);
  if (body.content !== undefined) message.content = body.content ?? '';
  if (body.embeds !== undefined) message.embeds = body.embeds ?? [];
  if (body.components !== undefined) message.components = numberComponents(body.components ?? []);
  // Components V2 can be put on by an edit, but never taken off again.
  const kept = message.flags & ~(MessageFlags.SuppressEmbeds | MessageFlags.Loading);
  const settable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
  message.flags = kept | ((body.flags ?? message.flags) & settable);
  message.edited_timestamp = world.time();
  if (!channel) return;
  settleMentions(world, channel, message, body);
  world.publish('MESSAGE_UPDATE', message, channel, message.ephemeral_to);
}

/** Removes a message; a thread that grew from it stays. */
export function deleteMessage(world: World, message: Message): void {
  if (message.deleted) return;
  message.deleted = true;
  world.messages.delete(message.id);
  for (const other of world.messages.values()) {
    if (other.referenced_message === message) other.referenced_message = null;
  }
  const channel = world.channels.get(message.channel_id);
  const data = {
    id: message.id,
    channel_id: message.channel_id,
    ...(channel?.guild_id && { guild_id: channel.guild_id }),
  };
  world.publish('MESSAGE_DELETE', data, channel, message.ephemeral_to);
}

/** Adds or takes away one person's reaction. */
export function react(
  world: World,
  message: Message,
  user: User,
  emoji: { id: string | null; name: string },
  present: boolean,
): void {
  let reaction = message.reactions.find(
    (one) => one.emoji.id === emoji.id && (emoji.id !== null || one.emoji.name === emoji.name),
  );
  if (Boolean(reaction?.users.has(user.id)) === present) return;
  if (!reaction) {
    reaction = { emoji, users: new Set() };
    message.reactions.push(reaction);
  }
  if (present) reaction.users.add(user.id);
  else reaction.users.delete(user.id);
  message.reactions = message.reactions.filter((one) => one.users.size > 0);
  const channel = world.channels.get(message.channel_id);
  const data = {
    user_id: user.id,
    channel_id: message.channel_id,
    message_id: message.id,
    message_author_id: message.author.id,
    emoji,
    burst: false,
    type: 0,
    ...(channel?.guild_id && { guild_id: channel.guild_id }),
  };
  world.publish(present ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE', data, channel);
}

function settleMentions(world: World, channel: Channel, message: Message, body: MessageBody): void {
  const text = [message.content, ...componentTexts(message.components)].join('\n');
  const repliedTo = message.referenced_message?.author ?? null;
  const { author } = message;
  Object.assign(
    message,
    findMentions(world, author, channel, text, repliedTo, body.allowed_mentions),
  );
}

/** Discord numbers the components that come without an `id`, from the top, in order of reading. */
function numberComponents(components: Component[]): Component[] {
  const copies = structuredClone(components);
  const all = flattenComponents(copies);
  const taken = new Set(all.map((one) => one.id));
  let next = 1;
  for (const one of all) {
    if (one.id) continue;
    while (taken.has(next)) next++;
    one.id = next++;
  }
  return copies;
}

/** @returns the components and all inside them, top to bottom */
export function flattenComponents(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [
    one,
    ...flattenComponents(one.components ?? []),
    ...(one.accessory ? [one.accessory] : []),
  ]);
}
