import { guildPermissions, permissionsIn } from './permissions.ts';
import type { Channel, Guild, Member, Message, Reaction, Role, User } from './types.ts';
import type { World } from './world.ts';

/** What of a message its reader may see: everything, or all but what was written. */
export type ContentFilter = (message: Message) => boolean;

export const fullContent: ContentFilter = () => true;

export function userJson(user: User) {
  return { ...user, public_flags: 0, flags: 0 };
}

export function memberJson(member: Member) {
  return {
    ...member,
    user: userJson(member.user),
    avatar: null,
    banner: null,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function roleJson(role: Role) {
  return {
    ...role,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A channel as `viewerId` (the bot) gets it. */
export function channelJson(world: World, channel: Channel, viewerId: string) {
  const { id, type, last_message_id } = channel;
  if (!channel.guild_id) {
    const recipients = channel.recipient ? [userJson(channel.recipient)] : [];
    return { id, type, last_message_id, flags: 0, recipients };
  }
  const shared = {
    id,
    type,
    last_message_id,
    flags: 0,
    guild_id: channel.guild_id,
    name: channel.name,
    parent_id: channel.parent_id,
    rate_limit_per_user: 0,
  };
  if (!channel.thread_metadata) {
    const { topic, position, permission_overwrites } = channel;
    return { ...shared, topic, position, permission_overwrites, nsfw: false };
  }
  const messages = world.messagesIn(id).length;
  const inside = channel.thread_members.has(viewerId);
  return {
    ...shared,
    owner_id: channel.owner_id,
    thread_metadata: channel.thread_metadata,
    message_count: messages,
    total_message_sent: messages,
    member_count: Math.min(channel.thread_members.size, 50),
    ...(inside && {
      member: { id, user_id: viewerId, join_timestamp: world.time(), flags: 0 },
    }),
  };
}

/** A guild as in GUILD_CREATE; of the members only the bot, as for small intents. */
export function guildJson(world: World, guild: Guild) {
  const all = [...world.channels.values()].filter((one) => one.guild_id === guild.id);
  const me = guild.members.get(world.bot.id);
  const mine = (one: Channel) => channelJson(world, one, world.bot.id);
  const seen = (one: Channel) => permissionsIn(world, world.bot.id, one) !== 0n;
  return {
    ...guildRestJson(guild),
    joined_at: guild.joined_at,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: me ? [memberJson(me)] : [],
    channels: all.filter((one) => !one.thread_metadata).map(mine),
    threads: all.filter((one) => one.thread_metadata?.archived === false && seen(one)).map(mine),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A guild as REST sends it. */
export function guildRestJson(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner_id,
    preferred_locale: guild.preferred_locale,
    roles: [...guild.roles.values()].map(roleJson),
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    emojis: [],
    stickers: [],
    features: [],
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    max_members: 500_000,
    mfa_level: 0,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    premium_subscription_count: 0,
    premium_tier: 0,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_flags: 0,
    system_channel_id: null,
    vanity_url_code: null,
    verification_level: 1,
    incidents_data: null,
  };
}

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

/** The member of an interaction: with the permissions that they have in its channel. */
export function interactionMember(world: World, guild: Guild, channel: Channel, member: Member) {
  const bits =
    permissionsIn(world, member.user.id, channel) || guildPermissions(guild, member.user.id);
  return { ...memberJson(member), permissions: String(bits) };
}
