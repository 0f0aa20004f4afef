import type { ButtonInteraction } from 'discord.js';
import type { Action } from '../buttons/custom-id.ts';

/** A button of the bot's that was pressed, and what it says. */
export interface Press<Name extends Action['do']> {
  button: ButtonInteraction;
  action: Extract<Action, { do: Name }>;
  /** Which of several answers on its card it belongs to. */
  part: number;
}
