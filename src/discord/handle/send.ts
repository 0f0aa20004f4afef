import {
  DiscordAPIError,
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import type { Bot } from '../bot.ts';
import { line, type Reply } from '../render/components.ts';
import { wordsFor } from '../words/words.ts';

/** Answers that mean: the bot has no right to write there. */
const FORBIDDEN: readonly unknown[] = [
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
];

/** Gains time for an answer: at once, as an interaction lives for 3 s only. */
export async function deferred(interaction: RepliableInteraction, hidden: boolean): Promise<void> {
  await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
}

/** Sends the answer to an interaction, whether it was deferred or not. */
export async function respond(
  interaction: RepliableInteraction,
  reply: Reply,
  hidden: boolean,
): Promise<void> {
  if (interaction.deferred) {
    await interaction.editReply(reply);
    return;
  }
  const flags = hidden ? reply.flags | MessageFlags.Ephemeral : reply.flags;
  await interaction.reply({ ...reply, flags });
}

/**
 * Replies to a message, without the reference if it was deleted meanwhile. Where the bot may not
 * write, the asker is told in a DM.
 *
 * @returns the reply, or null where it could not be sent
 */
export async function replyTo(bot: Bot, message: Message, reply: Reply): Promise<Message | null> {
  try {
    return await message.reply({ ...reply, failIfNotExists: false });
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (FORBIDDEN.includes(error.code)) await tellCannotWrite(bot, message);
    else if (error.code !== RESTJSONErrorCodes.UnknownChannel) throw error;
    return null;
  }
}

export function mayWrite(message: Message): boolean {
  const { channel, guild } = message;
  const me = guild?.members.me;
  if (channel.isDMBased() || !me) return true;
  const send = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return channel.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, send]);
}

/** A thumb up instead of a reply; nothing where the bot may not react. */
export async function acknowledge(bot: Bot, message: Message): Promise<void> {
  const { channel, guild } = message;
  const me = guild?.members.me;
  const needed = [PermissionFlagsBits.AddReactions, PermissionFlagsBits.ReadMessageHistory];
  if (!channel.isDMBased() && me && !channel.permissionsFor(me).has(needed)) return;
  await message.react('👍').catch((error) => bot.log.debug({ err: error }, 'cannot react'));
}

/** In a DM; members who take none learn nothing, as there is no other way. */
export async function tellCannotWrite(bot: Bot, message: Message): Promise<void> {
  const words = wordsFor(message.guild?.preferredLocale);
  await message.author.send(line(words.cannotWrite(`<#${message.channelId}>`))).catch((error) => {
    bot.log.info({ err: error, channel: message.channelId }, 'cannot write, and no DM possible');
  });
}

/** Shows "is typing" until the returned function is called; Discord shows it for 10 s at a time. */
export function keepTyping(bot: Bot, message: Message): () => void {
  const { channel } = message;
  if (!channel.isSendable()) return () => {};
  const type = () =>
    channel.sendTyping().catch((error) => bot.log.debug({ err: error }, 'typing failed'));
  void type();
  const timer = setInterval(type, TYPING_MS);
  return () => clearInterval(timer);
}

const TYPING_MS = 8_000;
