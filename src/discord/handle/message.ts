import type { Message } from 'discord.js';
import type { AskOptions } from '../../passage.ts';
import type { Bot } from '../bot.ts';
import { intentOf } from '../conversation/intent.ts';
import { splitQuestions } from '../conversation/split-questions.ts';
import { line } from '../message/components.ts';
import type { Admission } from '../questions/desk.ts';
import { refusalText } from '../render/refusal-text.ts';
import { digestOf } from '../sending/answered-message.ts';
import { mayWrite } from '../sending/permissions.ts';
import { MessageTurn } from '../turn/message-turn.ts';
import { type Addressed, addressed } from './addressed.ts';
import { answerPost } from './answer-post.ts';
import { askAll, refusalOf, renderAsked } from './answer-questions.ts';
import { canAskHuman } from './call-human.ts';
import { articleAtHand, earlierFor, filterFor, referenced } from './follow-up.ts';
import { isSettled, withoutMention } from './forum-post.ts';
import { replyToIntent } from './reply-to-intent.ts';
import { canBeTold } from './tell-later.ts';

/** A question that is edited within this time after it was written is answered anew. */
const EDIT_TIMEOUT_MS = 60_000;

/** Told to a member whose answers wait already. */
const SECONDS_BEHIND = 15;

/** A new message: one reply if it asks something, none if not. */
export async function handleMessage(bot: Bot, message: Message): Promise<void> {
  if (bot.answered.has(message.id)) return;
  const wanted = addressed(bot, message);
  if (wanted.kind === 'nothing') return;
  await remembered(bot, message, answer(new MessageTurn(bot, message, null), message, wanted));
}

/** An edited message: its reply is edited, too, if the edit came soon. */
export async function handleEdit(bot: Bot, message: Message): Promise<void> {
  if (Date.now() - message.createdTimestamp > EDIT_TIMEOUT_MS) return;
  const before = bot.answered.get(message.id);
  if (!before) return handleMessage(bot, message);
  if (before.digest === digestOf(message.content)) return;
  const wanted = addressed(bot, message);
  if (wanted.kind === 'nothing' || isThanks(wanted)) return;
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
  if (message.content !== content) return sent;
  return answer(new MessageTurn(bot, message, sent), message, wanted);
}

/** @returns the id of the reply that the message has now, or null */
async function answer(
  turn: MessageTurn,
  message: Message,
  wanted: Addressed,
): Promise<string | null> {
  try {
    await answerInTurn(turn, message, wanted);
  } catch (error) {
    await turn.apologize(turn.report(error, 'message'));
  } finally {
    turn.end();
  }
  return turn.reply;
}

async function answerInTurn(turn: MessageTurn, message: Message, wanted: Addressed) {
  const { bot, words, asker } = turn;
  if (!mayWrite(message)) {
    return wanted.kind === 'question' ? turn.tellCannotWrite() : undefined;
  }
  if (wanted.kind === 'post' && !wanted.isMentioned) {
    if (await isSettled(bot.settings, message)) return;
  }
  if (!isThanks(wanted) && turn.isBehind) return turn.refuse(words.memberBusy(SECONDS_BEHIND));
  const admission = await bot.desk.admit(asker);
  if (isThanks(wanted)) return admission.kind === 'admitted' ? turn.acknowledge() : undefined;
  if (admission.kind !== 'admitted') return turn.refuse(refusalText(admission, words));
  await say(turn, message, wanted, admission);
}

async function say(
  turn: MessageTurn,
  message: Message,
  wanted: Addressed,
  admission: Admission,
): Promise<void> {
  const { words } = turn;
  switch (wanted.kind) {
    case 'question':
      return sayAnswers(turn, message, wanted.text, admission);
    case 'post':
      return answerPost(turn, message, wanted.text, wanted.isMentioned, admission);
    case 'intent': {
      const ask = (text: string, options: AskOptions) => admission.ask(text, options);
      const atHand = () => articleAtHand(turn, message);
      return turn.respond(await replyToIntent(turn, ask, wanted.intent, atHand));
    }
    case 'referred':
      return sayForReferred(turn, message, admission);
    case 'unreadable':
      return turn.respond(line(words.unreadable));
    case 'nothing':
      return turn.respond(line(words.usage));
  }
}

/** Answers the message that somebody points at; its text is repeated, as it may be far above. */
async function sayForReferred(
  turn: MessageTurn,
  message: Message,
  admission: Admission,
): Promise<void> {
  const { bot, words } = turn;
  const target = await referenced(message);
  if (!target) return turn.respond(line(words.usage));
  const text = withoutMention(target.content, bot.client.user.id);
  if (text === '') return turn.respond(line(words.unreadableTarget));
  const intent = intentOf(text);
  return intent
    ? say(turn, message, { kind: 'intent', intent }, admission)
    : sayAnswers(turn, message, text, admission, true);
}

async function sayAnswers(
  turn: MessageTurn,
  message: Message,
  text: string,
  admission: Admission,
  repeats = false,
): Promise<void> {
  const [first = ''] = splitQuestions(text);
  const earlier = repeats ? undefined : await earlierFor(turn, message, first);
  const filter = repeats ? undefined : await filterFor(turn, message, first);
  const asked = await askAll(turn, text, {
    options: { ...(earlier && { earlier }), ...(filter && { filter }) },
    admission,
    onWork: () => void turn.defer(),
  });
  const refusal = refusalOf(asked);
  const isLater = refusal !== undefined && ['busy', 'stopping', 'away'].includes(refusal.kind);
  // A reply that stands already is worth more than a refusal.
  if (refusal && (isLater || turn.reply !== null)) {
    return turn.refuse(refusalText(refusal, turn.words));
  }
  await turn.respond((refers) =>
    renderAsked(asked, turn, {
      question: repeats || !refers ? asked.answered[0].question : undefined,
      canAskHuman: canAskHuman(turn.bot, message),
      canBeTold: canBeTold(turn),
    }),
  );
}

function isThanks(wanted: Addressed): boolean {
  return wanted.kind === 'intent' && wanted.intent.kind === 'thanks';
}
