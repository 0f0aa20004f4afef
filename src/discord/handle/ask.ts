import { setTimeout } from 'node:timers/promises';
import type { ChatInputCommandInteraction, Message } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { referenceToArticle } from '../buttons/references.ts';
import { intentOf } from '../conversation/intent.ts';
import { line } from '../message/components.ts';
import { refusalText } from '../render/outcome.ts';
import { repeated } from '../text/escape.ts';
import { askAll, refusalOf, renderAsked } from './answer-questions.ts';
import { canAskHuman } from './call-human.ts';
import { isGuest } from './is-guest.ts';
import { readerOf } from './reader.ts';
import { replyToIntent } from './reply-to-intent.ts';
import { deferred, respond, respondPrivately } from './send.ts';

/** What is known so soon, as every refusal is, needs no "is thinking" before it; in milliseconds. */
const SOON_MS = 150;

/** `/ask question [article] [private]` */
export async function handleAsk(bot: Bot, interaction: ChatInputCommandInteraction): Promise<void> {
  const hidden = interaction.options.getBoolean('private') ?? isGuest(interaction);
  const reader = readerOf(interaction, hidden);
  const view = viewFor(bot, reader);
  const wanted = interaction.options.getString('article');
  const article = wanted === null ? undefined : view.library.catalogue.resolve(wanted);
  if (wanted !== null && !article) {
    return respondPrivately(interaction, line(view.words.noSuchArticle(repeated(wanted))));
  }
  const question = interaction.options.getString('question', true);
  const intent = intentOf(question);
  if (intent && !(article && intent.kind === 'find')) {
    const ask = (subject: string) => bot.desk.ask(reader, subject);
    const atHand = async () => article;
    const reply = replyToIntent(bot, ask, intent, view, atHand);
    return respond(interaction, await unlessLate(interaction, hidden, reply), hidden);
  }
  const options = article ? { articleIds: [article.id] } : {};
  const asked = await unlessLate(
    interaction,
    hidden,
    askAll(bot, question, { asker: reader, options }),
  );
  const refusal = refusalOf(asked);
  if (refusal) return respondPrivately(interaction, line(refusalText(refusal, view.words)));
  const shown = renderAsked(asked, view, {
    question: asked.answered[0].question,
    scope: article && referenceToArticle(article.id),
    canAskHuman: !hidden && interaction.channel !== null && canAskHuman(bot, interaction as Place),
  });
  await respond(interaction, shown, hidden);
}

/** Shows "is thinking" where work takes longer than a moment. */
async function unlessLate<T>(
  interaction: ChatInputCommandInteraction,
  hidden: boolean,
  work: Promise<T>,
): Promise<T> {
  const isDone = await Promise.race([work.then(() => true), setTimeout(SOON_MS, false)]);
  if (!isDone) await deferred(interaction, hidden);
  return work;
}

type Place = Pick<Message, 'channel' | 'guild'>;
