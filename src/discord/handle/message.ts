import type { Message } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { intentOf } from '../conversation/intent.ts';
import { splitQuestions } from '../conversation/split-questions.ts';
import { line, type Reply } from '../message/components.ts';
import type { Admission } from '../questions/desk.ts';
import type { ViewContext } from '../render/context.ts';
import { refusalText } from '../render/outcome.ts';
import { digestOf } from '../sending/answered-message.ts';
import { type Addressed, addressed, withoutMention } from './addressed.ts';
import { type Asked, askAll, refusalOf, renderAsked } from './answer-questions.ts';
import { canAskHuman } from './call-human.ts';
import { articleAtHand, earlierFor, referenced } from './follow-up.ts';
import { replyToIntent } from './reply-to-intent.ts';
import { acknowledge, editReply, mayReadBack, mayWrite, replyTo, tellCannotWrite } from './send.ts';

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
  if (isThanks(wanted)) {
    const { kind } = await bot.desk.admit({ userId: author.id, guildId });
    if (kind === 'admitted') await acknowledge(bot, message);
    return sent;
  }
  if (sent === null && bot.outbox.isBehind(message.channelId, author.id)) {
    return notify(bot, message, words.memberBusy(SECONDS_BEHIND));
  }
  const admission = await bot.desk.admit({ userId: author.id, guildId });
  if (admission.kind !== 'admitted')
    return sent ?? notify(bot, message, refusalText(admission, words));
  const answering: Answering = { admission, view, stopTyping: () => {} };
  try {
    const { render, refusal } = await sayFor(bot, message, wanted, answering);
    if (refusal?.kind === 'busy' || refusal?.kind === 'stopping')
      return sent ?? (await notify(bot, message, refusalText(refusal, words)));
    if (sent === null) return await replyTo(bot, message, render);
    if (!refusal) await editReply(message, sent, render(mayReadBack(message)));
    return sent;
  } finally {
    answering.stopTyping();
  }
}

interface Answering {
  admission: Admission;
  view: ViewContext;
  /** Ends what shows that the answer is on its way. */
  stopTyping: () => void;
}

interface Said {
  /** @param refers whether the reply refers to the message; where not, it repeats the question */
  render: (refers: boolean) => Reply;
  /** Why no question in it was answered. */
  refusal?: ReturnType<typeof refusalOf>;
}

/** Never fails: what goes wrong is said, too. */
async function sayFor(
  bot: Bot,
  message: Message,
  wanted: Addressed,
  answering: Answering,
): Promise<Said> {
  const { words } = answering.view;
  const failed = (error: unknown) => line(words.failed(bot.report(error, 'message')));
  try {
    const { render, refusal } = await sayWhatIsWanted(bot, message, wanted, answering);
    const safely = (refers: boolean) => {
      try {
        return render(refers);
      } catch (error) {
        return failed(error);
      }
    };
    return { render: safely, refusal };
  } catch (error) {
    const said = failed(error);
    return { render: () => said };
  }
}

async function sayWhatIsWanted(
  bot: Bot,
  message: Message,
  wanted: Addressed,
  answering: Answering,
): Promise<Said> {
  const { admission, view } = answering;
  const { words } = view;
  switch (wanted.kind) {
    case 'question':
      return sayAnswers(bot, message, wanted.text, answering);
    case 'intent': {
      const atHand = () => articleAtHand(bot, message);
      const ask = (subject: string) => admission.ask(subject);
      const said = await replyToIntent(bot, ask, wanted.intent, view, atHand);
      return { render: () => said };
    }
    case 'referred':
      return sayForReferred(bot, message, answering);
    case 'unreadable':
      return { render: () => line(words.unreadable) };
    case 'nothing':
      return { render: () => line(words.usage) };
  }
}

/** Answers the message that somebody points at; its text is repeated, as it may be far above. */
async function sayForReferred(bot: Bot, message: Message, answering: Answering): Promise<Said> {
  const { words } = answering.view;
  const target = await referenced(message);
  if (!target) return { render: () => line(words.usage) };
  const text = withoutMention(target.content, bot.client.user.id);
  if (text === '') return { render: () => line(words.unreadableTarget) };
  const intent = intentOf(text);
  return intent
    ? sayWhatIsWanted(bot, message, { kind: 'intent', intent }, answering)
    : sayAnswers(bot, message, text, answering, true);
}

async function sayAnswers(
  bot: Bot,
  message: Message,
  text: string,
  answering: Answering,
  repeats = false,
): Promise<Said> {
  const [first = ''] = splitQuestions(text);
  const earlier = repeats ? undefined : await earlierFor(bot, message, first);
  const asked: Asked = await askAll(bot, text, {
    asker: { userId: message.author.id, guildId: message.guildId },
    options: earlier ? { earlier } : {},
    admission: answering.admission,
    onWork: () => {
      answering.stopTyping();
      answering.stopTyping = bot.typing.begin(message);
    },
  });
  const render = (refers: boolean) =>
    renderAsked(asked, answering.view, {
      question: repeats || !refers ? asked.answered[0].question : undefined,
      canAskHuman: canAskHuman(bot, message),
    });
  return { render, refusal: refusalOf(asked) };
}

function isThanks(wanted: Addressed): boolean {
  return wanted.kind === 'intent' && wanted.intent.kind === 'thanks';
}

/** Why there is no answer just now: said once in a while, and never before the answers of others. */
async function notify(bot: Bot, message: Message, why: string): Promise<string | null> {
  const { channelId, author } = message;
  if (!bot.outbox.hasRoomForNotice(channelId)) return null;
  if ((await bot.desk.limits.notice(author.id)) > 0) return null;
  return replyTo(bot, message, () => line(why));
}
