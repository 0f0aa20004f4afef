import type { BaseInteraction } from 'discord.js';
import type { Reader } from '../bot.ts';

/** Who an answer to an interaction is for. */
export function readerOf(interaction: BaseInteraction, hidden: boolean): Reader {
  const { locale, guildId, user } = interaction;
  return { locale, guildId, userId: user.id, private: hidden };
}
