import type { Message } from 'discord.js';
import type { Bot } from '../bot.ts';
import { type Intent, intentOf } from '../conversation/intent.ts';
import { isQuestion } from '../conversation/is-question.ts';
import { leansOnEarlier } from '../conversation/leans-on-earlier.ts';
import { beginsPost, isInForum, questionIn, withoutMention } from './forum-post.ts';

/** What a message wants of the bot. */
export type Addressed =
  | { kind: 'nothing' }
  | { kind: 'question'; text: string }
  /** A new post in a forum. */
  | { kind: 'post'; text: string; isMentioned: boolean }
  /** Something that no passage of an article answers; a bare mention asks for help. */
  | { kind: 'intent'; intent: Intent }
  /** A bare mention in reply to somebody: that message is to be answered. */
  | { kind: 'referred' }
  /** Meant for the bot, but Discord hides its text. */
  | { kind: 'unreadable' };

const NOTHING: Addressed = { kind: 'nothing' };
const HELP: Addressed = { kind: 'intent', intent: { kind: 'help' } };

/** Whether and how a message addresses the bot: mention, reply, DM, its threads, its channels. */
export function addressed(bot: Bot, message: Message): Addressed {
  if (message.author.bot || message.system || message.webhookId) return NOTHING;
  const self = bot.client.user.id;
  const text = withoutMention(message.content, self);
  const mentioned = new RegExp(`<@!?${self}>`, 'u').test(message.content);
  if (beginsPost(bot.settings, message)) {
    return { kind: 'post', text: questionIn(bot, message), isMentioned: mentioned };
  }
  const repliesToBot = message.reference !== null && message.mentions.repliedUser?.id === self;
  if (mentioned || repliesToBot || message.guildId === null) {
    if (text === '') {
      if (mentioned && message.reference && !repliesToBot) return { kind: 'referred' };
      if (message.content !== '' || message.guildId === null) return HELP;
      return message.attachments.size + message.stickers.size > 0
        ? NOTHING
        : { kind: 'unreadable' };
    }
    const intent = intentOf(text);
    if (!intent) return { kind: 'question', text };
    return intent.kind === 'chatter' ? NOTHING : { kind: 'intent', intent };
  }
  if (!listensIn(bot, message) || talksToSomebody(message)) return NOTHING;
  const goesOn = message.channel.isThread() && /[?？]/u.test(text) && leansOnEarlier(text);
  return (isQuestion(text) && !isToPeople(text)) || goesOn ? { kind: 'question', text } : NOTHING;
}

/** In a channel full of people "who are you?" is asked of one of them. */
function isToPeople(text: string): boolean {
  const kind = intentOf(text)?.kind;
  return kind !== undefined && kind !== 'find' && kind !== 'summary';
}

/** Chosen channels with their threads, and threads that the bot joined but did not open for helpers. */
function listensIn(bot: Bot, { channel }: Message): boolean {
  const chosen = new Set(bot.settings.answerChannels);
  if (!channel.isThread()) return chosen.has(channel.id);
  // A post gets one reply, and further ones only where the bot is asked.
  if (isInForum(bot.settings, { channel })) return false;
  if (channel.ownerId === bot.client.user.id) return false;
  return channel.joined || chosen.has(channel.id) || chosen.has(channel.parentId ?? '');
}

function talksToSomebody({ mentions, reference, content }: Message): boolean {
  return reference !== null || mentions.users.size > 0 || /^<@/u.test(content);
}
