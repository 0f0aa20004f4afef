import type { Message } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import type { Admission, Outcome } from '../questions/desk.ts';
import { line, type Reply } from '../render/components.ts';
import type { ViewContext } from '../render/context.ts';
import { refusalText, renderOutcome } from '../render/outcome.ts';
import { type Addressed, addressed } from './addressed.ts';
import { digestOf } from './answered-message.ts';
import { earlierFor } from './asked-before.ts';
import { canAskHuman } from './call-human.ts';
import { keepMissed } from './keep-missed.ts';
import { editReply, mayReadBack, mayWrite, replyTo, tellCannotWrite } from './send.ts';

/** For so long after it was written an edited question is answered anew, in milliseconds. */
const EDIT_MS = 60_000;

/** Told to a member whose answers wait already. */
const SECONDS_BEHIND = 15;

/** A new message: one reply if it asks something, none if not. */
export async function handleMessage(bot: Bot, message: Message): Promise<void> {
  if (bot.answered.has(message.id)) return;
  const wanted = addressed(bot, message);
  if (wanted.kind === 'nothing') return;
  await remembered(bot, message, answer(bot, message, wanted, null));
}

/** An edited message: its reply is edited, too, if the edit came soon. */
export async function handleEdit(bot: Bot, message: Message): Promise<void> {
  if (Date.now() - message.createdTimestamp > EDIT_MS) return;
  const before = bot.answered.get(message.id);
  if (!before) return handleMessage(bot, message);
  if (before.digest === digestOf(message.content)) return;
  const wanted = addressed(bot, message);
  if (wanted.kind !== 'question') return;
  await remembered(bot, message, answerEdited(bot, message, wanted, before.reply));
}

/** From now on the message is answered, so that it is not answered again. */
async function remembered(
  bot: Bot,
  message: Message,
  reply: Promise<string | null>,
): Promise<void> {
  const digest = digestOf(message.content);
  bot.answered.set(message.id, { digest, reply: reply.catch(() => null) });
  await reply;
}

async function answerEdited(
  bot: Bot,
  message: Message,
  wanted: Addressed,
  reply: Promise<string | null>,
): Promise<string | null> {
  const { content } = message;
  const sent = await reply;
  // The client changes the message in place: a later edit sees to itself.
  return message.content === content ? answer(bot, message, wanted, sent) : sent;
}

/**
 * @param sent the reply that a message got before it was edited, or null
 * @returns the reply that it has now
 */
async function answer(
  bot: Bot,
  message: Message,
  wanted: Addressed,
  sent: string | null,
): Promise<string | null> {
  if (!mayWrite(message)) {
    if (wanted.kind === 'question') await tellCannotWrite(bot, message);
    return sent;
  }
  const { guildId, author, guild } = message;
  const locale = guild?.preferredLocale ?? null;
  const view = viewFor(bot, { locale, guildId, userId: author.id, private: false });
  const { words } = view;
  if (sent === null && bot.outbox.isBehind(message.channelId, author.id)) {
    return notify(bot, message, words.memberBusy(SECONDS_BEHIND));
  }
  const admission = await bot.desk.admit({ userId: author.id, guildId });
  if (admission.kind !== 'admitted')
    return sent ?? notify(bot, message, refusalText(admission, words));
  if (wanted.kind !== 'question') {
    const help = wanted.kind === 'unreadable' ? words.unreadable : words.usage;
    return replyTo(bot, message, () => line(help));
  }
  const asked = { text: wanted.text, admission, stopTyping: () => {} };
  try {
    const outcome = await ask(bot, message, asked);
    if (isPassing(outcome))
      return sent ?? (await notify(bot, message, refusalText(outcome, words)));
    if (sent !== null && outcome.kind !== 'answer') return sent;
    const render = (refers: boolean) => renderSafely(bot, outcome, view, refers, message);
    if (sent === null) return await replyTo(bot, message, render);
    await editReply(message, sent, render(mayReadBack(message)));
    return sent;
  } finally {
    asked.stopTyping();
  }
}

interface Asked {
  text: string;
  admission: Admission;
  /** Ends what shows that the answer is on its way. */
  stopTyping: () => void;
}

/** Never fails: what goes wrong is an outcome, too. */
async function ask(bot: Bot, message: Message, asked: Asked): Promise<Outcome> {
  try {
    const earlier = await earlierFor(bot, message, asked.text);
    const outcome = await asked.admission.ask(asked.text, earlier ? { earlier } : {}, () => {
      asked.stopTyping = bot.typing.begin(message);
    });
    await keepMissed(bot, { userId: message.author.id, guildId: message.guildId }, outcome);
    return outcome;
  } catch (error) {
    return failed(bot, error);
  }
}

/** @param refers whether the reply refers to the message; where it does not it repeats the question */
function renderSafely(
  bot: Bot,
  outcome: Outcome,
  view: ViewContext,
  refers: boolean,
  message: Message,
): Reply {
  const repeated = outcome.kind === 'answer' && !refers ? outcome.answer.question : undefined;
  try {
    const canCall = canAskHuman(bot, message);
    return renderOutcome(outcome, view, { question: repeated, canAskHuman: canCall });
  } catch (error) {
    return renderOutcome(failed(bot, error), view);
  }
}

function failed(bot: Bot, error: unknown): Outcome {
  return { kind: 'failed', errorId: bot.report(error, 'message') };
}

/** Why there is no answer just now: said once in a while, and never before the answers of others. */
async function notify(bot: Bot, message: Message, why: string): Promise<string | null> {
  const { channelId, author } = message;
  if (!bot.outbox.hasRoomForNotice(channelId)) return null;
  if ((await bot.desk.limits.notice(author.id)) > 0) return null;
  return replyTo(bot, message, () => line(why));
}

function isPassing(outcome: Outcome): outcome is Extract<Outcome, { kind: 'busy' | 'stopping' }> {
  return outcome.kind === 'busy' || outcome.kind === 'stopping';
}
