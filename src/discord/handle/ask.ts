import type { ChatInputCommandInteraction, Message } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { referenceToArticle } from '../buttons/references.ts';
import { catalogueOf } from '../find/catalogue.ts';
import { line } from '../render/components.ts';
import { escapeMarkdown } from '../render/escape.ts';
import { shorten } from '../render/graphemes.ts';
import { renderOutcome } from '../render/outcome.ts';
import { isGuest } from './is-guest.ts';
import { canAskHuman } from './message.ts';
import { readerOf } from './reader.ts';
import { deferred, respond } from './send.ts';

/** Characters of a wrong input that are repeated. */
export const REPEATED = 80;

/** `/ask question [article] [private]` */
export async function handleAsk(bot: Bot, interaction: ChatInputCommandInteraction): Promise<void> {
  const hidden = interaction.options.getBoolean('private') ?? isGuest(interaction);
  await deferred(interaction, hidden);
  const reader = readerOf(interaction, hidden);
  const view = viewFor(bot, reader);
  const wanted = interaction.options.getString('article');
  const article = wanted === null ? undefined : catalogueOf(view.library).resolve(wanted);
  if (wanted !== null && !article) {
    return respond(interaction, line(view.words.noSuchArticle(repeated(wanted))), hidden);
  }
  const outcome = await bot.desk.ask(
    reader,
    interaction.options.getString('question', true),
    article ? { articleIds: [article.id] } : {},
  );
  if (outcome.kind === 'answer' && outcome.answer.status === 'missed') {
    await bot.kept.keep({ ...reader, question: outcome.answer.question, why: 'missed' });
  }
  const shown = renderOutcome(outcome, view, {
    question: outcome.kind === 'answer' ? outcome.answer.question : undefined,
    scope: article && referenceToArticle(article.id),
    canAskHuman: !hidden && interaction.channel !== null && canAskHuman(bot, interaction as Place),
  });
  await respond(interaction, shown, hidden);
}

type Place = Pick<Message, 'channel' | 'guild'>;

/** The beginning of what somebody typed, safe to show. */
export function repeated(typed: string): string {
  return escapeMarkdown(shorten(typed, REPEATED));
}
