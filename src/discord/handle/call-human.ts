import { ChannelType, type Message, PermissionFlagsBits, type TextChannel } from 'discord.js';
import type { Bot } from '../bot.ts';
import { line, reply, text, withButtons } from '../message/components.ts';
import { MAX_QUESTION } from '../questions/clean-question.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import type { Turn } from '../turn/turn.ts';
import { askedOn } from './follow-up.ts';
import { cardOf } from './on-card.ts';
import type { Press } from './press.ts';

const NEEDED = [
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
] as const;

/** Opens a thread on a question that the articles did not answer well, and pings the helpers' role there once. */
export async function handleCallHuman(turn: Turn, press: Press<'human'>): Promise<void> {
  await turn.defer();
  await turn.respond(line(await call(turn, press)));
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

/** @returns what to tell the person who pressed the button */
async function call(turn: Turn, press: Press<'human'>): Promise<string> {
  const { bot, words } = turn;
  const { channel, guild, user } = press.button;
  const role = bot.settings.helpersRole;
  if (user.id !== press.action.asker) return words.helpForAsker;
  if (role === null || !guild?.roles.cache.has(role)) return words.helpGone;
  if (channel?.type !== ChannelType.GuildText && channel?.type !== ChannelType.GuildAnnouncement) {
    return words.cannotOpenThread;
  }
  const me = guild.members.me;
  if (me && !channel.permissionsFor(me).has(NEEDED)) return words.cannotOpenThread;
  const card = await cardOf(press.button, press.action.card);
  if (!card) return words.questionGone;
  const asking = card.reference ? await card.fetchReference().catch(() => card) : card;
  if (asking.hasThread || bot.busy.calls.has(asking.id)) return words.helpBefore;
  bot.busy.calls.add(asking.id);
  try {
    const asked = await askedOn(turn, card, press.part);
    const question = shorten(asked?.question ?? '', MAX_QUESTION);
    const thread = await openThread(turn, question, asking, channel as TextChannel, role);
    await card.edit({ components: withoutButton(turn, card) }).catch((error) => {
      bot.log.info({ err: error }, 'the button that called for help stays');
    });
    return words.helpAsked(`<#${thread.id}>`);
  } finally {
    bot.busy.calls.delete(asking.id);
  }
}

async function openThread(
  { words, askerId }: Turn,
  question: string,
  asking: Message,
  channel: TextChannel,
  role: string,
) {
  const name = shorten(oneLine(words.helpThread(question)), LIMITS.threadName);
  const thread = await channel.threads.create({ name, startMessage: asking });
  await thread.send({
    ...reply(
      text(words.helpText(`<@&${role}>`, `<@${askerId}>`)),
      ...(question ? [text(quoted(question))] : []),
    ),
    allowedMentions: { roles: [role] },
  });
  return thread;
}

/** Every line of it as the member's words: what stands outside the quote is the bot's own. */
function quoted(question: string): string {
  const lines = question.split(LINE_BREAKS).map(oneLine);
  return lines.map((said) => `> ${escapeMarkdown(said)}`).join('\n');
}

/** Whatever some client of Discord may show as the end of a line. */
const LINE_BREAKS = /[\n\r\v\f\u0085\u2028\u2029]+/u;

/** The card's components without the button that was pressed. */
function withoutButton({ ids }: Turn, card: Message) {
  return withButtons(card, (button) => {
    const decoded = ids.decode(button.custom_id, card.guildId);
    return decoded.kind === 'ours' && decoded.action.do === 'human' ? null : button;
  });
}
