import { InteractionContextType } from 'discord.js';
import { MAX_UPLOAD_BYTES } from '../world/attachments.ts';
import { channelJson } from '../world/json/guild.ts';
import { fullContent, messageJson, messageSurroundings } from '../world/json/message.ts';
import { interactionMember, userJson } from '../world/json/people.ts';
import { permissionsIn } from '../world/permissions.ts';
import type { Guild, User } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { Interaction } from './interaction.ts';

/** Where the bot is no member, whoever uses it has installed the app for themselves. */
function installedFor(world: World, guild: Guild | undefined, user: User) {
  if (!guild) return { 0: '0' };
  return guild.members.has(world.bot.id) ? { 0: guild.id } : { 1: user.id };
}

/** @returns the INTERACTION_CREATE payload: the common fields around `data` */
export function interactionJson(
  world: World,
  interaction: Interaction,
  data: object,
  locale: string,
) {
  const { id, token, type, user, channel, message } = interaction;
  const guild = world.guilds.get(channel.guild_id ?? '');
  const member = guild?.members.get(user.id);
  const person =
    guild && member
      ? { member: interactionMember(world, guild, channel, member) }
      : { user: userJson(user) };
  return {
    id,
    token,
    type,
    version: 1,
    application_id: world.applicationId,
    data,
    channel_id: channel.id,
    channel: channelJson(world, channel, world.bot.id),
    ...person,
    ...(guild && {
      guild_id: guild.id,
      guild: { id: guild.id, locale: guild.preferred_locale, features: [] },
      guild_locale: guild.preferred_locale,
    }),
    ...(message && {
      message: {
        ...messageJson(world, message, fullContent),
        mentions: messageSurroundings(world, message).mentions,
      },
    }),
    locale,
    app_permissions: String(permissionsIn(world, world.bot.id, channel)),
    entitlements: [],
    authorizing_integration_owners: installedFor(world, guild, user),
    context: guild ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: MAX_UPLOAD_BYTES,
  };
}
