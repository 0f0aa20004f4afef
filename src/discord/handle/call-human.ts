import {
  type ButtonInteraction,
  ChannelType,
  type Message,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { withButtons } from '../read/components.ts';
import { line, reply, text } from '../render/components.ts';
import { escapeMarkdown } from '../render/escape.ts';
import { shorten } from '../render/graphemes.ts';
import { LIMITS } from '../render/limits.ts';
import type { Words } from '../words/words.ts';
import { askedOn } from './asked-before.ts';
import { readerOf } from './reader.ts';
import { deferred, respond } from './send.ts';

const NEEDED = [
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.SendMessagesInThreads,
] as const;

/** Opens a thread on a question that no article answers, and pings the helpers' role there once. */
export async function handleCallHuman(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'human' }>,
): Promise<void> {
  await deferred(interaction, true);
  const { words } = viewFor(bot, readerOf(interaction, true));
  await respond(interaction, line(await call(bot, interaction, action.asker, words)), true);
}

/** @returns what to tell the person who pressed the button */
async function call(
  bot: Bot,
  interaction: ButtonInteraction,
  asker: string,
  words: Words,
): Promise<string> {
  const { message: card, channel, guild, user } = interaction;
  const role = bot.settings.helpersRole;
  if (user.id !== asker) return words.helpForAsker;
  if (role === null || !guild?.roles.cache.has(role)) return words.helpGone;
  if (channel?.type !== ChannelType.GuildText && channel?.type !== ChannelType.GuildAnnouncement) {
    return words.cannotOpenThread;
  }
  const me = guild.members.me;
  if (me && !channel.permissionsFor(me).has(NEEDED)) return words.cannotOpenThread;
  const asking = card.reference ? await card.fetchReference().catch(() => card) : card;
  if (asking.hasThread || calling.has(asking.id)) return words.helpBefore;
  calling.add(asking.id);
  try {
    return await openThread(bot, card, asking, channel as TextChannel, { role, asker, words });
  } finally {
    calling.delete(asking.id);
  }
}

/** Questions for which a thread is being opened: two clicks in a row ping once. */
const calling = new Set<string>();

async function openThread(
  bot: Bot,
  card: Message,
  asking: Message,
  channel: TextChannel,
  { role, asker, words }: { role: string; asker: string; words: Words },
): Promise<string> {
  const question = (await askedOn(bot, card))?.question ?? '';
  const name = shorten(words.helpThread(question), LIMITS.threadName);
  const thread = await channel.threads.create({ name, startMessage: asking });
  await thread.send({
    ...reply(
      text(words.helpText(`<@&${role}>`, `<@${asker}>`)),
      ...(question ? [text(`> ${escapeMarkdown(question)}`)] : []),
    ),
    allowedMentions: { roles: [role] },
  });
  await card.edit({ components: withoutButton(bot, card) });
  return words.helpAsked(`<#${thread.id}>`);
}

/** The card's components without the button that was pressed. */
function withoutButton(bot: Bot, card: Message) {
  return withButtons(card, (button) => {
    const decoded = bot.ids.decode(button.custom_id, card.guildId);
    return decoded.kind === 'ours' && decoded.action.do === 'human' ? null : button;
  });
}
