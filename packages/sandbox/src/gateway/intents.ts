import { GatewayIntentBits as I, MessageFlags } from 'discord.js';
import type { Message } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** All intents that exist; any other bit is an invalid intent. */
export const KNOWN_INTENTS = Object.values(I).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

/** Which intent an event needs: in a guild, and in a DM (0 where it takes none). */
const NEEDED: Record<string, [guild: number, dm: number]> = {
  GUILD_CREATE: [I.Guilds, 0],
  GUILD_UPDATE: [I.Guilds, 0],
  GUILD_DELETE: [I.Guilds, 0],
  GUILD_ROLE_CREATE: [I.Guilds, 0],
  GUILD_ROLE_UPDATE: [I.Guilds, 0],
  CHANNEL_CREATE: [I.Guilds, 0],
  CHANNEL_UPDATE: [I.Guilds, 0],
  THREAD_CREATE: [I.Guilds, 0],
  THREAD_UPDATE: [I.Guilds, 0],
  THREAD_DELETE: [I.Guilds, 0],
  THREAD_MEMBERS_UPDATE: [I.Guilds, 0],
  GUILD_MEMBER_ADD: [I.GuildMembers, 0],
  GUILD_MEMBER_UPDATE: [I.GuildMembers, 0],
  MESSAGE_CREATE: [I.GuildMessages, I.DirectMessages],
  MESSAGE_UPDATE: [I.GuildMessages, I.DirectMessages],
  MESSAGE_DELETE: [I.GuildMessages, I.DirectMessages],
  MESSAGE_REACTION_ADD: [I.GuildMessageReactions, I.DirectMessageReactions],
  MESSAGE_REACTION_REMOVE: [I.GuildMessageReactions, I.DirectMessageReactions],
  TYPING_START: [I.GuildMessageTyping, I.DirectMessageTyping],
};

/** @returns whether a connection with these intents is told of an event */
export function wants(intents: number, type: string, inGuild: boolean): boolean {
  const needed = NEEDED[type]?.[inGuild ? 0 : 1] ?? 0;
  return needed === 0 || (intents & needed) !== 0;
}

/** @returns whether a bot with these intents may read what a message says */
export function mayRead(world: World, intents: number, message: Message): boolean {
  if (intents & I.MessageContent) return true;
  const channel = world.channels.get(message.channel_id);
  if (!channel?.guild_id || message.author.id === world.bot.id) return true;
  if (message.ephemeral_to || message.flags & MessageFlags.Ephemeral) return true;
  if (!message.mentions.some((user) => user.id === world.bot.id)) return false;
  // A pinging reply to what the bot said to an interaction mentions it, but does not open the text.
  const named = new RegExp(`<@!?${world.bot.id}>`).test(message.content);
  return named || message.referenced_message?.interaction_metadata === null;
}
