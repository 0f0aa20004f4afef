import { PermissionFlagsBits as P } from 'discord.js';
import { may } from './permissions.ts';
import type { Channel, Component, Message, User } from './types.ts';
import type { World } from './world.ts';

export interface AllowedMentions {
  parse?: (string | null)[] | null;
  users?: (string | null)[] | null;
  roles?: (string | null)[] | null;
  replied_user?: boolean | null;
}

type Mentions = Pick<Message, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/** @returns the texts of a tree of components, top to bottom */
export function componentTexts(components: readonly Component[]): string[] {
  return components.flatMap((one) => [
    ...(one.content ? [one.content] : []),
    ...componentTexts(one.components ?? []),
  ]);
}

/** @returns whom a message pings, which is what its text names and `allowed_mentions` lets through */
export function findMentions(
  world: World,
  author: User,
  channel: Channel,
  text: string,
  repliedTo: User | null,
  allowed: AllowedMentions | null | undefined,
): Mentions {
  const lets = (kind: 'users' | 'roles' | 'everyone', id?: string) =>
    !allowed ||
    Boolean(allowed.parse?.includes(kind)) ||
    (kind !== 'everyone' && Boolean(allowed[kind]?.includes(id ?? '')));
  const users = new Map<string, User>();
  for (const [, id = ''] of text.matchAll(/<@!?(\d+)>/g)) {
    const user = world.users.get(id);
    if (user && lets('users', id)) users.set(id, user);
  }
  if (repliedTo && (allowed ? allowed.replied_user === true : true)) {
    users.set(repliedTo.id, repliedTo);
  }
  const guild = world.guilds.get(channel.guild_id ?? '');
  const everyone = Boolean(guild) && may(world, author.id, channel, P.MentionEveryone);
  const roles = new Set<string>();
  for (const [, id = ''] of text.matchAll(/<@&(\d+)>/g)) {
    const role = guild?.roles.get(id);
    if (role && (role.mentionable || everyone) && lets('roles', id)) roles.add(id);
  }
  return {
    mentions: [...users.values()],
    mention_roles: [...roles],
    mention_everyone: everyone && /@(everyone|here)\b/.test(text) && lets('everyone'),
  };
}
