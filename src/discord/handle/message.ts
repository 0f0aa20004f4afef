import { ChannelType, type Message } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { splitQuestions } from '../conversation/split-questions.ts';
import { line, type Reply } from '../render/components.ts';
import { type Addressed, addressed } from './addressed.ts';
import { answerQuestions } from './answer-questions.ts';
import { articleAtHand, earlierFor } from './asked-before.ts';
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
  if (wanted.kind === 'intent' && wanted.intent.kind === 'thanks') return acknowledge(bot, message);
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
  if (wanted.kind !== 'question') return;
  const edited = editReply(bot, message, wanted, before.reply);
  bot.answered.set(message.id, { content: message.content, reply: edited.catch(() => null) });
  await edited;
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
  if (wanted.kind === 'unreadable') return line(view.words.unreadable);
  if (wanted.kind === 'nothing') return line(view.words.usage);
  try {
    const asker = { userId: author.id, guildId };
    if (wanted.kind === 'intent') {
      const atHand = () => articleAtHand(bot, message);
      return await replyToIntent(bot, asker, wanted.intent, view, atHand);
    }
    const [first = ''] = splitQuestions(wanted.text);
    const earlier = await earlierFor(bot, message, first);
    return await answerQuestions(bot, wanted.text, {
      asker,
      view,
      options: earlier ? { earlier } : {},
      shown: { canAskHuman: canAskHuman(bot, message) },
      repeats: false,
    });
  } catch (error) {
    return line(view.words.failed(bot.report(error, 'message')));
  }
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
