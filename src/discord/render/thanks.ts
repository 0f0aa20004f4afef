import { line, type Reply, reply, row, text } from '../message/components.ts';
import type { View } from '../turn/turn.ts';
import { humanButton } from './card-buttons.ts';

/**
 * A private thank-you for a vote.
 *
 * @param card the card for whose question a human can be called from here; empty where none can
 */
export function renderThanks(said: string, card: string, view: View): Reply {
  return card === '' ? line(said) : reply(text(said), row([humanButton(view, card)]));
}
