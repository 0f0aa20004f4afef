import type { Message, Reaction } from '../types.ts';
import type { World } from '../world.ts';
import { channelJson } from './guild.ts';
import { memberJson, userJson } from './people.ts';

/** What of a message its reader may see: everything, or all but what was written. */
type ContentFilter = (message: Message) => boolean;

export const fullContent: ContentFilter = () => true;

/** A message as the API sends it; what the reader may not read is empty, as at Discord. */
export function messageJson(
  world: World,
  message: Message,
  readable: ContentFilter,
  withReference = true,
): Record<string, unknown> {
  const open = readable(message);
  const reference = message.referenced_message;
  return {
    id: message.id,
    channel_id: message.channel_id,
    author: userJson(message.author),
    content: open ? message.content : '',
    timestamp: message.timestamp,
    edited_timestamp: message.edited_timestamp,
    tts: message.tts,
    mention_everyone: message.mention_everyone,
    mentions: message.mentions.map(userJson),
    mention_roles: message.mention_roles,
    attachments: [],
    embeds: open ? message.embeds.map((one) => ({ type: 'rich', ...one })) : [],
    components: open ? message.components : [],
    pinned: message.pinned,
    type: message.type,
    flags: message.flags,
    ...(message.reactions.length > 0 && {
      reactions: message.reactions.map((one) => reactionJson(world, one)),
    }),
    ...(message.message_reference && { message_reference: message.message_reference }),
    ...(message.message_reference &&
      withReference && {
        referenced_message: reference && messageJson(world, reference, readable, false),
      }),
    ...(message.webhook_id && {
      webhook_id: message.webhook_id,
      application_id: message.webhook_id,
    }),
    ...(message.interaction_metadata && {
      interaction_metadata: {
        ...message.interaction_metadata,
        user: userJson(message.interaction_metadata.user),
        authorizing_integration_owners: {},
      },
    }),
    ...(message.thread && { thread: channelJson(world, message.thread, world.bot.id) }),
  };
}

function reactionJson(world: World, { emoji, users }: Reaction) {
  return {
    emoji,
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    me: users.has(world.bot.id),
    me_burst: false,
    burst_colors: [],
  };
}

/** What a gateway event about a message has besides the message. */
export function messageSurroundings(world: World, message: Message) {
  const channel = world.channels.get(message.channel_id);
  const guild = world.guilds.get(channel?.guild_id ?? '');
  const partial = (userId: string) => {
    const member = guild?.members.get(userId);
    if (!member) return undefined;
    const { user: _, ...rest } = memberJson(member);
    return rest;
  };
  return {
    ...(guild && { guild_id: guild.id, member: partial(message.author.id) }),
    mentions: message.mentions.map((user) => ({
      ...userJson(user),
      ...(guild && { member: partial(user.id) }),
    })),
    channel_type: channel?.type ?? 0,
  };
}
