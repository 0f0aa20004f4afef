import type { ChatInputCommandInteraction } from 'discord.js';
import { line } from '../message/components.ts';
import { renderAbout } from '../render/about.ts';
import type { Turn } from '../turn/turn.ts';

/** `/about` */
export async function handleAbout(turn: Turn): Promise<void> {
  await turn.respond(renderAbout(turn.bot.kept.days, turn));
}

/** `/forget-me` */
export async function handleForgetMe(
  turn: Turn,
  { user }: ChatInputCommandInteraction,
): Promise<void> {
  await turn.respond(line(turn.words.forgotten(await turn.bot.kept.forget(user.id))));
}
