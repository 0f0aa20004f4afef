import { ChannelType, MessageType } from 'discord.js';
import { permissionsIn } from '../permissions.ts';
import type { Channel, Guild } from '../types.ts';
import type { World } from '../world.ts';
import { memberJson, roleJson, userJson } from './people.ts';

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
    const place = { ...shared, topic, position, permission_overwrites, nsfw: false };
    return type === ChannelType.GuildForum ? { ...place, ...forumFields(channel) } : place;
  }
  // The message that a thread begins with is not counted.
  const messages = world
    .messagesIn(id)
    .filter((one) => one.id !== id && one.type !== MessageType.ThreadStarterMessage).length;
  const inside = channel.thread_members.has(viewerId);
  return {
    ...shared,
    owner_id: channel.owner_id,
    thread_metadata: channel.thread_metadata,
    applied_tags: channel.applied_tags,
    message_count: messages,
    total_message_sent: messages,
    member_count: Math.min(channel.thread_members.size, 50),
    ...(inside && {
      member: { id, user_id: viewerId, join_timestamp: world.time(), flags: 0 },
    }),
  };
}

function forumFields({ available_tags }: Channel) {
  return {
    available_tags,
    default_reaction_emoji: null,
    default_thread_rate_limit_per_user: 0,
    default_sort_order: null,
    default_forum_layout: 0,
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
