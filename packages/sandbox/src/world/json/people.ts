import { guildPermissions, permissionsIn } from '../permissions.ts';
import type { Channel, Guild, Member, Role, User } from '../types.ts';
import type { World } from '../world.ts';

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

/** The member of an interaction: with the permissions that they have in its channel. */
export function interactionMember(world: World, guild: Guild, channel: Channel, member: Member) {
  const bits =
    permissionsIn(world, member.user.id, channel) || guildPermissions(guild, member.user.id);
  return { ...memberJson(member), permissions: String(bits) };
}
