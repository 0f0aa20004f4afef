import { type Message, PermissionFlagsBits } from 'discord.js';

/** Whether a reply may refer to the message: that takes the right to read the channel's history. */
export function mayReadBack(message: Message): boolean {
  return may(message, [PermissionFlagsBits.ReadMessageHistory]);
}

export function mayWrite(message: Message): boolean {
  const send = message.channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return may(message, [PermissionFlagsBits.ViewChannel, send]);
}

export function mayReact(message: Message): boolean {
  return may(message, [PermissionFlagsBits.AddReactions, PermissionFlagsBits.ReadMessageHistory]);
}

function may({ channel, guild }: Message, needed: bigint[]): boolean {
  const me = guild?.members.me;
  if (channel.isDMBased() || !me) return true;
  return channel.permissionsFor(me).has(needed);
}
