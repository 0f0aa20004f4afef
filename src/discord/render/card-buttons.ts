import type { APIButtonComponentWithCustomId } from 'discord.js';
import type { Action } from '../buttons/custom-id.ts';
import { button, row } from '../message/components.ts';
import type { View } from '../turn/turn.ts';

/** Calls for a human; for the question of another card if one is given. */
export function humanButton(
  { ids, guildId, askerId, words }: View,
  card = '',
): APIButtonComponentWithCustomId {
  const id = ids.encode({ do: 'human', asker: askerId, card }, guildId);
  return button(id, { emoji: '🙋', label: words.askHuman });
}

/** For whoever wants to know when a later article answers. */
export function tellButton({ ids, guildId, words }: View) {
  return button(ids.encode({ do: 'tell' }, guildId), { emoji: '🔔', label: words.tellMe });
}

/** The asker and moderators can take a public card away; a private one is dismissed by its reader. */
export function deleteButton({ private: hidden, ids, guildId, askerId }: View) {
  if (hidden) return [];
  const id = ids.encode({ do: 'delete', asker: askerId }, guildId);
  return [button(id, { emoji: '🗑️' })];
}

/** Shows a private card to everybody; in a DM everybody sees it already. */
export function postRow({ private: hidden, guildId, ids, words }: View, action: Action) {
  if (!hidden || guildId === null) return [];
  return [row([button(ids.encode(action, guildId), { emoji: '📣', label: words.post })])];
}
