import type { Message } from 'discord.js';
import type { Bot } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { customIdsOf } from '../message/components.ts';

/** What the first button of a kind on one of the bot's cards does; undefined where it has none. */
export function actionOn<Name extends Action['do']>(
  bot: Bot,
  card: Message,
  name: Name,
): Extract<Action, { do: Name }> | undefined {
  const actions = customIdsOf(card).flatMap((customId) => {
    const decoded = bot.ids.decode(customId, card.guildId);
    return decoded.kind === 'ours' ? decoded.action : [];
  });
  return actions.find((action): action is Extract<Action, { do: Name }> => action.do === name);
}
