import { type ButtonInteraction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { Words } from '../locales/words.ts';
import { line, type Reply, text, withButtons } from '../message/components.ts';

/**
 * Posts to the channel what a private card shows, in the name of whoever pressed the button, and
 * says so on the private card. The press must have been answered with `deferUpdate`.
 */
export async function postToChannel(
  interaction: ButtonInteraction,
  reply: Reply,
  words: Words,
): Promise<void> {
  const refusal = refusalFor(interaction, words);
  if (refusal) return tellPrivately(interaction, refusal);
  const by = text(`-# ${words.postedBy(`<@${interaction.user.id}>`)}`);
  const content = { ...reply, components: [...reply.components, by] };
  const { channel, message } = interaction;
  const onServer = interaction.inCachedGuild() && channel?.isSendable();
  if (onServer) {
    const messageReference = message.reference?.messageId;
    const to = messageReference ? { reply: { messageReference, failIfNotExists: false } } : {};
    await channel.send({ ...content, ...to });
  } else await interaction.followUp(content);
  const components = withButtons(message, (one) =>
    one.custom_id === interaction.customId ? { ...one, label: words.posted, disabled: true } : one,
  );
  await interaction.editReply({ components });
}

/** Only the person who pressed the button sees it; the card stays as it is. */
export async function tellPrivately(interaction: ButtonInteraction, what: string): Promise<void> {
  const told = line(what);
  await interaction.followUp({ ...told, flags: told.flags | MessageFlags.Ephemeral });
}

/** Why it cannot be posted: both the bot and the member must have the right to write. */
function refusalFor(interaction: ButtonInteraction, words: Words): string | undefined {
  const { channel, memberPermissions, appPermissions } = interaction;
  const send = channel?.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  if (memberPermissions && !memberPermissions.has(send)) return words.mayNotPost;
  const needed = [PermissionFlagsBits.ViewChannel, send];
  return interaction.inCachedGuild() && !appPermissions.has(needed) ? words.cannotPost : undefined;
}
