import { ChannelType, PermissionFlagsBits as P } from 'discord.js';
import type { Channel, Guild, Member, Role, User } from './types.ts';
import type { World } from './world.ts';

/** What everybody may do in the guild. */
const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.ReadMessageHistory |
  P.AddReactions |
  P.EmbedLinks |
  P.UseApplicationCommands;

const MODERATOR = P.ManageGuild | P.ManageMessages | P.ManageThreads | P.KickMembers;

/** Adds a role at the top. */
export function addRole(
  world: World,
  guild: Guild,
  name: string,
  permissions: bigint,
  color = 0,
): Role {
  const role: Role = {
    id: world.ids.next(),
    name,
    permissions: String(permissions),
    color,
    position: guild.roles.size,
    hoist: color !== 0,
    managed: false,
    mentionable: false,
  };
  guild.roles.set(role.id, role);
  return role;
}

/** Adds a forum channel. */
function addForum(
  world: World,
  guild: Guild,
  name: string,
  topic: string,
  tags: readonly { name: string; moderated?: boolean }[],
): Channel {
  return world.addChannel({
    type: ChannelType.GuildForum,
    guild_id: guild.id,
    name,
    topic,
    available_tags: tags.map((tag) => ({
      id: world.ids.next(),
      name: tag.name,
      moderated: tag.moderated ?? false,
      emoji_id: null,
      emoji_name: null,
    })),
  });
}

/** Adds a user to a guild. */
export function addMember(world: World, guild: Guild, user: User, roles: readonly Role[]): Member {
  const member = { user, nick: null, roles: roles.map((one) => one.id), joined_at: world.time() };
  guild.members.set(user.id, member);
  return member;
}

/**
 * The guild that every sandbox starts with: two ordinary channels, one in which members cannot
 * write, a forum, and a few people: Ada the owner, Ben a moderator, Chloe a helper, Dev and Emi.
 */
export function seedGuild(world: World): Guild {
  const owner = world.addUser('Ada');
  const guild: Guild = {
    id: world.ids.next(),
    name: 'The Reading Room',
    owner_id: owner.id,
    preferred_locale: 'en-US',
    joined_at: world.time(),
    roles: new Map(),
    members: new Map(),
  };
  world.guilds.set(guild.id, guild);
  guild.roles.set(guild.id, {
    id: guild.id,
    name: '@everyone',
    permissions: String(EVERYONE),
    color: 0,
    position: 0,
    hoist: false,
    managed: false,
    mentionable: false,
  });
  const bot = addRole(world, guild, world.bot.username, EVERYONE, 0x949cf7);
  bot.managed = true;
  bot.tags = { bot_id: world.bot.id };
  const helpers = addRole(world, guild, 'Helpers', 0n, 0x2ecc71);
  helpers.mentionable = true;
  const moderators = addRole(world, guild, 'Moderators', MODERATOR, 0xe67e22);
  addMember(world, guild, world.bot, [bot]);
  addMember(world, guild, owner, []);
  addMember(world, guild, world.addUser('Ben'), [moderators]);
  addMember(world, guild, world.addUser('Chloe'), [helpers]);
  addMember(world, guild, world.addUser('Dev'), []);
  addMember(world, guild, world.addUser('Emi'), []);
  const channel = (name: string, topic: string, deny = 0n) =>
    world.addChannel({
      type: ChannelType.GuildText,
      guild_id: guild.id,
      name,
      topic,
      permission_overwrites: deny
        ? [{ id: guild.id, type: 0, allow: '0', deny: String(deny) }]
        : [],
    });
  channel('general', 'Whatever comes up');
  channel('questions', 'Ask the articles');
  channel('announcements', 'Read only', P.SendMessages | P.CreatePublicThreads);
  addForum(world, guild, 'ask-the-desk', 'One question, one post', [
    { name: 'Town' },
    { name: 'River' },
    { name: 'Solved' },
    { name: 'From the editors', moderated: true },
  ]);
  return guild;
}
