import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import { line } from '../message/components.ts';
import { renderChecked } from '../render/checked-quotations.ts';
import { refusalText } from '../render/refusal-text.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import type { Turn } from '../turn/turn.ts';
import { isGuest } from './is-guest.ts';
import { textOfTarget } from './on-card.ts';

/** `/verify text [private]` */
export async function handleVerify(
  turn: InteractionTurn,
  command: ChatInputCommandInteraction,
): Promise<void> {
  const hidden = command.options.getBoolean('private') ?? isGuest(command);
  await check(hidden ? turn : turn.inPublic(), command.options.getString('text', true));
}

/** The message command "Check this quote": privately. */
export async function handleCheckQuote(
  turn: Turn,
  on: MessageContextMenuCommandInteraction,
): Promise<void> {
  await check(turn, textOfTarget(on));
}

async function check(turn: Turn, text: string): Promise<void> {
  await turn.defer();
  const outcome = await turn.bot.desk.check(turn.asker, [text]);
  const reply =
    outcome.kind === 'checked'
      ? renderChecked(outcome.checked, { ...turn, library: outcome.library, shelf: outcome.shelf })
      : line(refusalText(outcome, turn.words));
  await turn.respond(reply);
}
