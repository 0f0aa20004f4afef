import type { ButtonInteraction, Message, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Action, CustomIds } from '../buttons/custom-id.ts';
import { customIdsOf, textsOf } from '../message/components.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';

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

/** The turn of those who read a card: of all in the channel, or of the one who alone sees it. */
export function readersOf(turn: InteractionTurn, card: Message): InteractionTurn {
  return card.flags.has('Ephemeral') ? turn : turn.inPublic();
}

/** All text of the message that a message command was used on. */
export function textOfTarget({ targetMessage }: MessageContextMenuCommandInteraction): string {
  const shown = textsOf(targetMessage).map(({ content }) => content);
  return [targetMessage.content, ...shown].join('\n').trim();
}
