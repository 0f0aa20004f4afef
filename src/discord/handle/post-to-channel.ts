import { type ButtonInteraction, type Message, PermissionFlagsBits } from 'discord.js';
import type { Action } from '../buttons/custom-id.ts';
import type { Words } from '../locales/words.ts';
import { customIdsOf, type Reply, text, withButtons } from '../message/components.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import type { Turn } from '../turn/turn.ts';
import { isHidden } from './why-gone.ts';

/** Whether a button posts what its card shows. */
export function isPost({ do: name }: Action): boolean {
  return name.startsWith('post');
}

/**
 * Why what a private card shows is not for everybody: some article that it is about, by its
 * buttons, is not seen in the channel. Of one that is gone the button's own handler tells.
 */
export function whyNotForChannel(turn: InteractionTurn, card: Message): string | undefined {
  const inChannel = turn.inPublic().library.catalogue;
  for (const customId of customIdsOf(card)) {
    const decoded = turn.ids.decode(customId, turn.guildId);
    if (decoded.kind !== 'ours' || !('article' in decoded.action)) continue;
    const { article } = decoded.action;
    if (inChannel.find(article)) continue;
    if (turn.library.catalogue.find(article)) return turn.words.notForChannel;
    if (isHidden(turn, article)) return turn.words.articleHidden;
  }
  return undefined;
}

/**
 * Posts to the channel what a private card shows, in the name of whoever pressed the button, and
 * says so on the private card. The press must have been answered with `deferUpdate`.
 */
export async function postToChannel(
  turn: Turn,
  button: ButtonInteraction,
  reply: Reply,
): Promise<void> {
  const { words } = turn;
  const refusal = refusalFor(button, words);
  if (refusal) return turn.refuse(refusal);
  const by = text(`-# ${words.postedBy(`<@${button.user.id}>`)}`);
  const content = { ...reply, components: [...reply.components, by] };
  const { channel, message } = button;
  if (button.inCachedGuild() && channel?.isSendable()) {
    const messageReference = message.reference?.messageId;
    const to = messageReference ? { reply: { messageReference, failIfNotExists: false } } : {};
    await channel.send({ ...content, ...to });
  } else await button.followUp(content);
  const components = withButtons(message, (one) =>
    one.custom_id === button.customId ? { ...one, label: words.posted, disabled: true } : one,
  );
  await button.editReply({ components });
}

/** Why it cannot be posted: both the bot and the member must have the right to write. */
function refusalFor(button: ButtonInteraction, words: Words): string | undefined {
  const { channel, memberPermissions, appPermissions } = button;
  const send = channel?.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  if (memberPermissions && !memberPermissions.has(send)) return words.mayNotPost;
  const needed = [PermissionFlagsBits.ViewChannel, send];
  return button.inCachedGuild() && !appPermissions.has(needed) ? words.cannotPost : undefined;
}
