import { ChannelType, type Message } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { intentOf } from '../conversation/intent.ts';
import { splitQuestions } from '../conversation/split-questions.ts';
import { line, type Reply } from '../render/components.ts';
import type { ViewContext } from '../render/context.ts';
import { type Addressed, addressed, withoutMention } from './addressed.ts';
import { answerQuestions } from './answer-questions.ts';
import { articleAtHand, earlierFor, referenced } from './asked-before.ts';
import { replyToIntent } from './reply-to-intent.ts';
import { acknowledge, keepTyping, mayWrite, replyTo, tellCannotWrite } from './send.ts';

/** For so long after it was written an edited question is answered anew, in milliseconds. */
const EDIT_MS = 60_000;

/** A new message: one reply if it asks something, none if not. */
export async function handleMessage(bot: Bot, message: Message): Promise<void> {
  if (bot.answered.has(message.id)) return;
  const wanted = addressed(bot, message);
  if (wanted.kind === 'nothing') return;
  if (!mayWrite(message)) {
    if (wanted.kind === 'question') await tellCannotWrite(bot, message);
    return;
  }
  if (isThanks(wanted)) return acknowledge(bot, message);
  const reply = withTyping(bot, message, () => replyFor(bot, message, wanted)).then((content) =>
    replyTo(bot, message, content),
  );
  bot.answered.set(message.id, { content: message.content, reply: reply.catch(() => null) });
  await reply;
}

/** An edited message: its reply is edited, too, if the edit came soon. */
export async function handleEdit(bot: Bot, message: Message): Promise<void> {
  if (Date.now() - message.createdTimestamp > EDIT_MS) return;
  const before = bot.answered.get(message.id);
  if (!before) return handleMessage(bot, message);
  if (before.content === message.content) return;
  const wanted = addressed(bot, message);
  if (wanted.kind === 'nothing' || isThanks(wanted)) return;
  const edited = editReply(bot, message, wanted, before.reply);
  bot.answered.set(message.id, { content: message.content, reply: edited.catch(() => null) });
  await edited;
}

function isThanks(wanted: Addressed): boolean {
  return wanted.kind === 'intent' && wanted.intent.kind === 'thanks';
}

async function editReply(
  bot: Bot,
  message: Message,
  wanted: Addressed,
  reply: Promise<Message | null>,
): Promise<Message | null> {
  const sent = await reply;
  const content = await replyFor(bot, message, wanted);
  return sent ? sent.edit(content) : null;
}

/** Never fails: what goes wrong is said in the reply. */
async function replyFor(bot: Bot, message: Message, wanted: Addressed): Promise<Reply> {
  const { guildId, author, guild } = message;
  const view = viewFor(bot, {
    locale: guild?.preferredLocale ?? null,
    guildId,
    userId: author.id,
    private: false,
  });
  try {
    if (wanted.kind === 'unreadable') return line(view.words.unreadable);
    if (wanted.kind === 'intent') {
      const atHand = () => articleAtHand(bot, message);
      return await replyToIntent(bot, { userId: author.id, guildId }, wanted.intent, view, atHand);
    }
    if (wanted.kind === 'referred') return await replyToReferred(bot, message, view);
    return wanted.kind === 'question'
      ? await replyToQuestion(bot, message, wanted.text, view)
      : line(view.words.usage);
  } catch (error) {
    return line(view.words.failed(bot.report(error, 'message')));
  }
}

async function replyToQuestion(
  bot: Bot,
  message: Message,
  text: string,
  view: ViewContext,
  repeats = false,
): Promise<Reply> {
  const [first = ''] = splitQuestions(text);
  const earlier = repeats ? undefined : await earlierFor(bot, message, first);
  return answerQuestions(bot, text, {
    asker: { userId: message.author.id, guildId: message.guildId },
    view,
    options: earlier ? { earlier } : {},
    shown: { canAskHuman: canAskHuman(bot, message) },
    repeats,
  });
}

/** Answers the message that somebody points at; its text is repeated, as it may be far above. */
async function replyToReferred(bot: Bot, message: Message, view: ViewContext): Promise<Reply> {
  const target = await referenced(message);
  if (!target) return line(view.words.usage);
  const text = withoutMention(target.content, bot.client.user.id);
  if (text === '') return line(view.words.unreadableTarget);
  const intent = intentOf(text);
  if (!intent) return replyToQuestion(bot, message, text, view, true);
  const asker = { userId: message.author.id, guildId: message.guildId };
  return replyToIntent(bot, asker, intent, view, async () => undefined);
}

/** Threads are opened in text channels only, for a role that is there. */
export function canAskHuman(
  bot: Bot,
  { channel, guild }: Pick<Message, 'channel' | 'guild'>,
): boolean {
  const role = bot.settings.helpersRole;
  const place =
    channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
  return role !== null && place && (guild?.roles.cache.has(role) ?? false);
}

async function withTyping<T>(bot: Bot, message: Message, work: () => Promise<T>): Promise<T> {
  const stop = keepTyping(bot, message);
  try {
    return await work();
  } finally {
    stop();
  }
}
