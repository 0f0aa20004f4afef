import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Reply } from '../message/components.ts';
import type { Turn } from '../turn/turn.ts';

/** Shows the result of long work; after 15 minutes Discord takes no more edits: then by DM. */
export async function tellResult(
  { bot }: Turn,
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  result: Reply,
): Promise<void> {
  try {
    await interaction.editReply(result);
  } catch (error) {
    bot.log.debug({ err: error }, 'result goes by DM');
    await interaction.user.send(result);
  }
}
