import { line, type Reply, reply, row, text } from '../message/components.ts';
import { humanButton } from './answer.ts';
import type { ViewContext } from './context.ts';

/**
 * A private thank-you for a vote.
 *
 * @param card the card for whose question a human can be called from here; empty where none can
 */
export function renderThanks(said: string, card: string, context: ViewContext): Reply {
  return card === '' ? line(said) : reply(text(said), row([humanButton(context, card)]));
}
