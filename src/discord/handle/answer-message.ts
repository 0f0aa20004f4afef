import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { line } from '../message/components.ts';
import { renderOutcome } from '../render/outcome.ts';
import { withoutMention } from './addressed.ts';
import { canAskHuman } from './call-human.ts';
import { isGuest } from './is-guest.ts';
import { readerOf } from './reader.ts';
import { deferred, mayWrite, respond } from './send.ts';
import { textOfTarget } from './target-text.ts';

/**
 * The message command "Answer with quotes": a public reply to the message, asked for by whoever used
 * the command. Where the bot cannot reply, the answer is a private one, which can be posted.
 */
export async function handleAnswerMessage(
  bot: Bot,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  await deferred(interaction, true);
  const { targetMessage: target } = interaction;
  const mayReply = interaction.inCachedGuild() && !isGuest(interaction) && mayWrite(target);
  const reader = readerOf(interaction, !mayReply);
  const view = viewFor(bot, reader);
  const text = withoutMention(textOfTarget(interaction), bot.client.user.id);
  if (!/[\p{L}\p{N}]/u.test(text)) return respond(interaction, line(view.words.noWord), true);
  const outcome = await bot.desk.ask(reader, text);
  const answered = outcome.kind === 'answer';
  if (answered && outcome.answer.status === 'missed') {
    await bot.kept.keep({ ...reader, question: outcome.answer.question, why: 'missed' });
  }
  const shown = renderOutcome(outcome, view, {
    question: answered ? outcome.answer.question : undefined,
    canAskHuman: mayReply && canAskHuman(bot, target),
  });
  if (!answered || !mayReply) return respond(interaction, shown, true);
  await target.reply({ ...shown, failIfNotExists: false });
  await respond(interaction, line(view.words.answeredThere), true);
}
