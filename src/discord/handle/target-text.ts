import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { textsOf } from '../message/components.ts';

/** All text of the message that a message command was used on. */
export function textOfTarget({ targetMessage }: MessageContextMenuCommandInteraction): string {
  const shown = textsOf(targetMessage).map(({ content }) => content);
  return [targetMessage.content, ...shown].join('\n').trim();
}
