import { ChannelType, MessageFlags, MessageType, PermissionFlagsBits as P } from 'discord.js';
import type { Person } from '../people/person.ts';
import { componentTexts } from '../world/mentions.ts';
import { may, sendPermission } from '../world/permissions.ts';
import type { Channel, Component, Embed, Message, User } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { LINES, type MarkdownNode, parseMarkdown } from './markdown.ts';

/** How much of a message is shown above its reply, in characters. */
const PREVIEW = 120;

/** The colour of somebody's name: that of their highest role that has one. */
function colorOf(world: World, user: User): string | null {
  for (const guild of world.guilds.values()) {
    const colored = (guild.members.get(user.id)?.roles ?? [])
      .map((id) => guild.roles.get(id))
      .filter((role) => role?.color)
      .sort((a, b) => (b?.position ?? 0) - (a?.position ?? 0))[0];
    if (colored) return `#${colored.color.toString(16).padStart(6, '0')}`;
  }
  return null;
}

function personView(world: World, user: User) {
  const { id, bot } = user;
  return { id, bot, name: user.global_name ?? user.username, color: colorOf(world, user) };
}

/** The page's first picture for one person: who and where they are, and what they can see. */
export function stateView(world: World, person: Person) {
  const [guild] = world.guilds.values();
  const members = [...(guild?.members.values() ?? [])];
  return {
    me: personView(world, person.user),
    bot: personView(world, world.bot),
    guild: guild?.name ?? null,
    people: members.map(({ user, roles }) => ({
      ...personView(world, user),
      roles: roles.flatMap((id) => guild?.roles.get(id)?.name ?? []),
    })),
    channels: channelsView(world, person),
  };
}

/** The channels that somebody sees, with their DM, in the order of the list. */
export function channelsView(world: World, person: Person) {
  return [...world.channels.values(), person.dmChannel]
    .filter((channel, index, all) => all.indexOf(channel) === index && person.sees(channel))
    .map((channel) => ({
      id: channel.id,
      kind: kindOf(channel),
      name: channel.name ?? world.bot.username,
      topic: channel.topic,
      parentId: channel.parent_id,
      tags: channel.available_tags
        .filter((tag) => !tag.moderated || may(world, person.id, channel, P.ManageThreads))
        .map((tag) => tag.name),
      canSend: may(world, person.id, channel, sendPermission(channel)),
      canOpenThreads:
        kindOf(channel) === 'text' && may(world, person.id, channel, P.CreatePublicThreads),
      canModerate: may(world, person.id, channel, P.ManageMessages),
    }));
}

function kindOf(channel: Channel): 'thread' | 'forum' | 'text' | 'dm' {
  if (channel.thread_metadata) return 'thread';
  if (channel.type === ChannelType.GuildForum) return 'forum';
  return channel.guild_id ? 'text' : 'dm';
}

/** The posts of a forum as its list shows them, newest first. */
export function postViews(world: World, forumId: string, person: Person) {
  const forum = world.channels.get(forumId);
  const tagName = (id: string) => forum?.available_tags.find((tag) => tag.id === id)?.name ?? '';
  return [...world.channels.values()]
    .filter((one) => one.parent_id === forumId && person.sees(one))
    .reverse()
    .map((post) => {
      const first = world.messages.get(post.id) ?? null;
      return {
        id: post.id,
        title: post.name,
        tags: post.applied_tags.map(tagName),
        count: world.messagesIn(post.id).length,
        first: previewView(world, first),
      };
    });
}

/** A message as one person's page draws it. */
export function messageView(world: World, message: Message, person: Person) {
  const { interaction_metadata: used, referenced_message: answered } = message;
  const starter = message.type === MessageType.ThreadStarterMessage;
  const shown = starter && answered ? answered : message;
  return {
    id: message.id,
    channelId: message.channel_id,
    author: personView(world, shown.author),
    mine: message.author === person.user,
    time: shown.timestamp,
    edited: message.edited_timestamp !== null && !used,
    text: shown.content,
    content: parseMarkdown(world, shown.content),
    embeds: shown.embeds.map((embed) => embedView(world, embed)),
    components: shown.components.map((one) => componentView(world, one)),
    reactions: message.reactions.map(({ emoji, users }) => ({
      name: emoji.name,
      count: users.size,
      mine: users.has(person.id),
    })),
    ephemeral: message.ephemeral_to !== null,
    loading: (message.flags & MessageFlags.Loading) !== 0,
    mentionsMe: message.mention_everyone || message.mentions.some(({ id }) => id === person.id),
    reply: message.message_reference && !starter ? previewView(world, answered) : null,
    command: used?.name ? { name: used.name, user: personView(world, used.user) } : null,
    thread: message.thread && threadView(world, message.thread),
  };
}

function previewView(world: World, message: Message | null) {
  if (!message) return { author: null, text: 'The original message was deleted.' };
  const text = [message.content, ...componentTexts(message.components)].join('\n').trim();
  const plain = plainText(parseMarkdown(world, text)).replace(/\s+/g, ' ');
  const cut = plain.length > PREVIEW ? `${plain.slice(0, PREVIEW)}…` : plain;
  return { id: message.id, author: personView(world, message.author), text: cut };
}

/** @returns what parsed Markdown says, without its marks */
function plainText(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map(({ type, name, content }) => {
      if (type === 'br') return ' ';
      if (type === 'user' || type === 'role') return `@${name}`;
      if (type === 'channel') return `#${name}`;
      const text = Array.isArray(content) ? plainText(content) : (content ?? name ?? '');
      return LINES.includes(type) ? `${text} ` : text;
    })
    .join('');
}

function threadView(world: World, thread: Channel) {
  const count = world.messagesIn(thread.id).length - 1;
  return { id: thread.id, name: thread.name, count };
}

function embedView(world: World, embed: Embed) {
  const parsed = (text: string | undefined) => (text ? parseMarkdown(world, text) : []);
  return {
    ...embed,
    titleNodes: parsed(embed.title),
    descriptionNodes: parsed(embed.description),
    fields: (embed.fields ?? []).map((field) => ({
      ...field,
      nameNodes: parsed(field.name),
      valueNodes: parsed(field.value),
    })),
  };
}

/** A component with its text parsed. */
function componentView(world: World, component: Component): object {
  const { components, accessory, content } = component;
  return {
    ...component,
    ...(content !== undefined && { nodes: parseMarkdown(world, content) }),
    ...(components && { components: components.map((one) => componentView(world, one)) }),
    ...(accessory && { accessory: componentView(world, accessory) }),
  };
}
