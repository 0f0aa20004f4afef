import type { ButtonInteraction, Message, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Action, CustomIds } from '../buttons/custom-id.ts';
import { customIdsOf, textsOf } from '../message/components.ts';

/** What the buttons of a kind on one of the bot's cards do, in their order. */
export function actionsOn<Name extends Action['do']>(
  card: Message,
  ids: CustomIds,
  name: Name,
  part?: number,
): Extract<Action, { do: Name }>[] {
  return customIdsOf(card).flatMap((customId) => {
    const decoded = ids.decode(customId, card.guildId);
    if (decoded.kind !== 'ours' || (part !== undefined && decoded.part !== part)) return [];
    const { action } = decoded;
    return action.do === name ? [action as Extract<Action, { do: Name }>] : [];
  });
}

/** The card that a button belongs to: another one's if it names that; undefined where it is gone. */
export async function cardOf(button: ButtonInteraction, id: string): Promise<Message | undefined> {
  return id === '' ? button.message : button.channel?.messages.fetch(id).catch(() => undefined);
}

/** All text of the message that a message command was used on. */
export function textOfTarget({ targetMessage }: MessageContextMenuCommandInteraction): string {
  const shown = textsOf(targetMessage).map(({ content }) => content);
  return [targetMessage.content, ...shown].join('\n').trim();
}
