import { PermissionFlagsBits as P } from 'discord.js';
import type { Channel, Guild, Overwrite } from './types.ts';
import type { World } from './world.ts';

const ALL_PERMISSIONS = Object.values(P).reduce((all, bit) => all | bit, 0n);

/** What everybody may do in a DM; what is there beyond it concerns guilds. */
const DM_PERMISSIONS =
  P.ViewChannel | P.SendMessages | P.ReadMessageHistory | P.AddReactions | P.EmbedLinks;

/** @returns the permission bits that a member has in the guild, channels left aside */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.owner_id === userId) return ALL_PERMISSIONS;
  let bits = BigInt(guild.roles.get(guild.id)?.permissions ?? 0);
  for (const id of member.roles) bits |= BigInt(guild.roles.get(id)?.permissions ?? 0);
  return bits & P.Administrator ? ALL_PERMISSIONS : bits;
}

/** @returns the permission bits that a person has in a channel; a thread has those of its parent */
export function permissionsIn(world: World, userId: string, channel: Channel): bigint {
  if (!channel.guild_id) {
    return channel.recipient?.id === userId || world.bot.id === userId ? DM_PERMISSIONS : 0n;
  }
  const guild = world.guilds.get(channel.guild_id);
  const member = guild?.members.get(userId);
  if (!guild || !member) return 0n;
  const place = channel.thread_metadata ? world.channels.get(channel.parent_id ?? '') : channel;
  const base = guildPermissions(guild, userId);
  if (!place || base === ALL_PERMISSIONS) return base;
  const overwrites = place.permission_overwrites;
  let bits = apply(
    base,
    overwrites.filter((one) => one.id === guild.id),
  );
  bits = apply(
    bits,
    overwrites.filter((one) => one.type === 0 && member.roles.includes(one.id)),
  );
  bits = apply(
    bits,
    overwrites.filter((one) => one.type === 1 && one.id === userId),
  );
  // Whoever cannot see a channel can do nothing in it.
  return bits & P.ViewChannel ? bits : 0n;
}

function apply(bits: bigint, overwrites: readonly Overwrite[]): bigint {
  const deny = overwrites.reduce((all, one) => all | BigInt(one.deny), 0n);
  const allow = overwrites.reduce((all, one) => all | BigInt(one.allow), 0n);
  return (bits & ~deny) | allow;
}

/** @returns whether a person may do all that `bits` says in a channel */
export function may(world: World, userId: string, channel: Channel, bits: bigint): boolean {
  return (permissionsIn(world, userId, channel) & bits) === bits;
}

/** The permission that sending to this channel takes: threads have one of their own. */
export function sendPermission(channel: Channel): bigint {
  return channel.thread_metadata ? P.SendMessagesInThreads : P.SendMessages;
}
