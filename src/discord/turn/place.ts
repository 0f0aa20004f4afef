import {
  type BaseInteraction,
  type Channel,
  type ChannelType,
  InteractionContextType,
  type Message,
} from 'discord.js';
import type { Place } from '../../scopes/rules.ts';

/** Where a message is read: by everybody there, so that nobody's roles count. */
export function placeOfMessage({ guildId, channel }: Message): Place {
  return { isDm: guildId === null, guildId, channelIds: channelsUpFrom(channel), roleIds: [] };
}

/** Where an answer to an interaction is read: with the reader's roles where only they see it. */
export function placeOfInteraction(
  { guildId, channel, channelId, context, member }: BaseInteraction,
  isPrivate: boolean,
): Place {
  return {
    isDm: guildId === null && context === InteractionContextType.BotDM,
    guildId,
    channelIds: channel ? channelsUpFrom(channel) : [channelId].flatMap((id) => id ?? []),
    roleIds: isPrivate && member ? roleIdsOf(member) : [],
  };
}

/** A channel and what it lies in: thread, channel or forum, category. */
export function channelsUpFrom(channel: AnyChannel): string[] {
  const ids = [channel.id];
  if (channel.isThread()) {
    if (channel.parentId) ids.push(channel.parentId);
    if (channel.parent?.parentId) ids.push(channel.parent.parentId);
  } else if ('parentId' in channel && channel.parentId) ids.push(channel.parentId);
  return ids;
}

type AnyChannel = Channel | Extract<Channel, { type: ChannelType.DM }>;

/** Where the bot is no member they come as ids alone. */
function roleIdsOf({ roles }: NonNullable<BaseInteraction['member']>): readonly string[] {
  return Array.isArray(roles) ? roles : [...roles.cache.keys()];
}
