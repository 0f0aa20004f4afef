import type { Action } from '../buttons/custom-id.ts';
import { button, row } from '../message/components.ts';
import type { ViewContext } from './context.ts';

/** Shows a private card to everybody; in a DM everybody sees it already. */
export function postRow({ private: hidden, guildId, ids, words }: ViewContext, action: Action) {
  if (!hidden || guildId === null) return [];
  return [row([button(ids.encode(action, guildId), { emoji: '📣', label: words.post })])];
}
