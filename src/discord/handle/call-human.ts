import {
  type ButtonInteraction,
  ChannelType,
  type Message,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import type { Words } from '../locales/words.ts';
import { line, reply, text, withButtons } from '../message/components.ts';
import { MAX_QUESTION } from '../questions/clean-question.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import { askedOn } from './follow-up.ts';
import { messageById } from './message-by-id.ts';
import { readerOf } from './reader.ts';
import { deferred, respond } from './send.ts';

const NEEDED = [
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
] as const;

/** Opens a thread on a question that the articles did not answer well, and pings the helpers' role there once. */
export async function handleCallHuman(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'human' }>,
  part: number,
): Promise<void> {
  await deferred(interaction, true);
  const { words } = viewFor(bot, readerOf(interaction, true));
  await respond(interaction, line(await call(bot, interaction, action, part, words)), true);
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
async function call(
  bot: Bot,
  interaction: ButtonInteraction,
  { asker, card: cardId }: Extract<Action, { do: 'human' }>,
  part: number,
  words: Words,
): Promise<string> {
  const { channel, guild, user } = interaction;
  const role = bot.settings.helpersRole;
  if (user.id !== asker) return words.helpForAsker;
  if (role === null || !guild?.roles.cache.has(role)) return words.helpGone;
  if (channel?.type !== ChannelType.GuildText && channel?.type !== ChannelType.GuildAnnouncement) {
    return words.cannotOpenThread;
  }
  const me = guild.members.me;
  if (me && !channel.permissionsFor(me).has(NEEDED)) return words.cannotOpenThread;
  const card = cardId === '' ? interaction.message : await messageById(interaction, cardId);
  if (!card) return words.questionGone;
  const asking = card.reference ? await card.fetchReference().catch(() => card) : card;
  if (asking.hasThread || bot.busy.calls.has(asking.id)) return words.helpBefore;
  bot.busy.calls.add(asking.id);
  try {
    return await openThread(bot, card, asking, channel as TextChannel, {
      role,
      asker,
      part,
      words,
    });
  } finally {
    bot.busy.calls.delete(asking.id);
  }
}

async function openThread(
  bot: Bot,
  card: Message,
  asking: Message,
  channel: TextChannel,
  { role, asker, part, words }: { role: string; asker: string; part: number; words: Words },
): Promise<string> {
  const question = shorten((await askedOn(bot, card, part))?.question ?? '', MAX_QUESTION);
  const name = shorten(oneLine(words.helpThread(question)), LIMITS.threadName);
  const thread = await channel.threads.create({ name, startMessage: asking });
  await thread.send({
    ...reply(
      text(words.helpText(`<@&${role}>`, `<@${asker}>`)),
      ...(question ? [text(quoted(question))] : []),
    ),
    allowedMentions: { roles: [role] },
  });
  await card.edit({ components: withoutButton(bot, card) }).catch((error) => {
    bot.log.info({ err: error }, 'the button that called for help stays');
  });
  return words.helpAsked(`<#${thread.id}>`);
}

/** Every line of it as the member's words: what stands outside the quote is the bot's own. */
function quoted(question: string): string {
  const lines = question.split(LINE_BREAKS).map(oneLine);
  return lines.map((said) => `> ${escapeMarkdown(said)}`).join('\n');
}

/** Whatever some client of Discord may show as the end of a line. */
const LINE_BREAKS = /[\n\r\v\f\u0085\u2028\u2029]+/u;

/** The card's components without the button that was pressed. */
function withoutButton(bot: Bot, card: Message) {
  return withButtons(card, (button) => {
    const decoded = bot.ids.decode(button.custom_id, card.guildId);
    return decoded.kind === 'ours' && decoded.action.do === 'human' ? null : button;
  });
}
