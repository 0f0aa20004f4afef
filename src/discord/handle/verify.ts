import type {
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RepliableInteraction,
} from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { line } from '../message/components.ts';
import { renderChecked } from '../render/checked-quotations.ts';
import { refusalText } from '../render/outcome.ts';
import { isGuest } from './is-guest.ts';
import { readerOf } from './reader.ts';
import { deferred, respond } from './send.ts';
import { textOfTarget } from './target-text.ts';

/** `/verify text [private]` */
export async function handleVerify(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const hidden = interaction.options.getBoolean('private') ?? isGuest(interaction);
  await check(bot, interaction, interaction.options.getString('text', true), hidden);
}

/** The message command "Check this quote": privately. */
export async function handleCheckQuote(
  bot: Bot,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  await check(bot, interaction, textOfTarget(interaction), true);
}

async function check(
  bot: Bot,
  interaction: RepliableInteraction,
  text: string,
  hidden: boolean,
): Promise<void> {
  await deferred(interaction, hidden);
  const reader = readerOf(interaction, hidden);
  const view = viewFor(bot, reader);
  const outcome = await bot.desk.check(reader, [text]);
  const reply =
    outcome.kind === 'checked'
      ? renderChecked(outcome.checked, { ...view, library: outcome.library })
      : line(refusalText(outcome, view.words));
  await respond(interaction, reply, hidden);
}
