import type { ButtonInteraction, Message } from 'discord.js';

/** A message of the channel that a button was pressed in; undefined where it is gone. */
export function messageById(
  interaction: ButtonInteraction,
  id: string,
): Promise<Message | undefined> {
  const fetched = interaction.channel?.messages.fetch(id) ?? Promise.resolve(undefined);
  return fetched.catch(() => undefined);
}
