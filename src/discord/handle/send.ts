import {
  DiscordAPIError,
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import type { Bot } from '../bot.ts';
import { wordsFor } from '../locales/words.ts';
import { line, type Reply } from '../message/components.ts';

/** Answers that mean: the bot has no right to write there. */
const FORBIDDEN: readonly (number | string | undefined)[] = [
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
 * Tells only the person who used the interaction: refusals and apologies. What the channel sees of
 * it stays as it is, but a public "is thinking" goes.
 */
export async function respondPrivately(
  interaction: RepliableInteraction,
  reply: Reply,
): Promise<void> {
  const { deferred: isDeferred, replied, ephemeral } = interaction;
  if (!isDeferred && !replied) return respond(interaction, reply, true);
  // Where a button's card is to be changed, the client leaves this null.
  const isThinking = isDeferred && !replied && ephemeral !== null;
  if (isThinking && ephemeral) return respond(interaction, reply, true);
  // A first message after "is thinking" would stand in its place and be as public as that.
  if (isThinking) await interaction.editReply(line('…'));
  await interaction.followUp({ ...reply, flags: reply.flags | MessageFlags.Ephemeral });
  if (isThinking) await interaction.deleteReply();
}

/**
 * Replies to a message in its member's turn. One that was deleted meanwhile gets no reply. Where
 * the bot may not write, the asker is told in a DM.
 *
 * @param render what is said; `refers` is false where the bot may not refer to the message
 * @returns the reply's id, or null where there is none
 */
export async function replyTo(
  bot: Bot,
  message: Message,
  render: (refers: boolean) => Reply,
): Promise<string | null> {
  const send = async (refers: boolean) => {
    const { channel } = message;
    if (refers || !channel.isSendable()) return message.reply(render(true));
    return channel.send(render(false));
  };
  const inTurn = (refers: boolean) =>
    bot.outbox.answer(message.channelId, message.author.id, () => send(refers));
  try {
    const sent = await inTurn(mayReadBack(message)).catch((error) => {
      if (codeOf(error) === CANNOT_REFER) return inTurn(false);
      throw error;
    });
    return sent.id;
  } catch (error) {
    if (FORBIDDEN.includes(codeOf(error))) await tellCannotWrite(bot, message);
    else if (codeOf(error) !== RESTJSONErrorCodes.UnknownChannel && !wasDeleted(error)) throw error;
    return null;
  }
}

/** Changes a reply of the bot; one that was deleted stays so. */
export async function editReply(message: Message, replyId: string, reply: Reply): Promise<void> {
  try {
    await message.channel.messages.edit(replyId, reply);
  } catch (error) {
    if (codeOf(error) !== RESTJSONErrorCodes.UnknownMessage) throw error;
  }
}

export function codeOf(error: unknown): number | string | undefined {
  return error instanceof DiscordAPIError ? error.code : undefined;
}

const CANNOT_REFER = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;

/** Whether Discord refused because the message that is replied to is gone. */
function wasDeleted(error: unknown): boolean {
  if (codeOf(error) !== RESTJSONErrorCodes.InvalidFormBodyOrContentType) return false;
  const { errors } = (error as DiscordAPIError).rawError as { errors?: object };
  return errors !== undefined && 'message_reference' in errors;
}

/** Discord takes no reference from a bot that may not read the channel's history. */
export function mayReadBack({ channel, guild }: Message): boolean {
  const me = guild?.members.me;
  if (channel.isDMBased() || !me) return true;
  return channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory);
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

/**
 * In a DM, once in a while; members who take none learn nothing, as there is no other way.
 */
export async function tellCannotWrite(bot: Bot, message: Message): Promise<void> {
  if ((await bot.desk.limits.notice(message.author.id)) > 0) return;
  const words = wordsFor(message.guild?.preferredLocale);
  await message.author.send(line(words.cannotWrite(`<#${message.channelId}>`))).catch((error) => {
    bot.log.info({ err: error, channel: message.channelId }, 'cannot write, and no DM possible');
  });
}
