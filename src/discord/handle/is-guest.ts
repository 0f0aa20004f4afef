import { type CommandInteraction, InteractionContextType } from 'discord.js';

/**
 * Whether somebody brought the app along: it is installed for them, not for the server or the group
 * where they use it. There the bot can read and write nothing but its answers, and answers privately
 * unless asked otherwise.
 */
export function isGuest({ context, authorizingIntegrationOwners }: CommandInteraction): boolean {
  if (context === InteractionContextType.BotDM) return false;
  const { guildId, userId } = authorizingIntegrationOwners;
  return guildId === null && userId !== null;
}
