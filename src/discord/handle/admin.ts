import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { card, line, reply, text } from '../render/components.ts';
import { escapeMarkdown, oneLine } from '../render/escape.ts';
import { shorten } from '../render/graphemes.ts';
import { LIMITS } from '../render/limits.ts';
import { readerOf } from './reader.ts';
import { respond } from './send.ts';

const MOST_GAPS = 15;
const GAP_LENGTH = 100;

/**
 * Whether somebody may use the commands for admins: checked here as well, because a server can
 * hand commands to anybody. Who may not is told so.
 */
export async function isAdmin(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<boolean> {
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
  const { words } = viewFor(bot, readerOf(interaction, true));
  const why = interaction.guildId === null ? words.serverOnly : words.adminsOnly;
  await respond(interaction, line(why), true);
  return false;
}

/** `/status` */
export async function handleStatus(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { words, library } = viewFor(bot, readerOf(interaction, true));
  const { status } = words;
  const { timings, queue } = bot.desk;
  const { generation, createdAt, articles, passages } = library.manifest;
  const made = Math.floor(Date.parse(createdAt) / 1000);
  const lines = [
    `${status.uptime} <t:${Math.floor(bot.startedAt / 1000)}:R>`,
    `${status.index}: \`${generation}\` (<t:${made}:R>), ${words.articles(articles)}, ${passages} ¶`,
    status.queue(queue.waiting, queue.running),
    timings.count > 0
      ? status.times(timings.percentile(0.5), timings.percentile(0.95), timings.count)
      : status.noTimes,
    status.votes(timings.helpful, timings.unhelpful),
  ];
  await respond(interaction, reply(card([text(lines.join('\n'))])), true);
}

/** `/gaps` */
export async function handleGaps(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { words } = viewFor(bot, readerOf(interaction, true));
  const { days } = bot.kept;
  if (days === 0) return respond(interaction, line(words.gapsOff), true);
  const gaps = bot.kept.gaps(interaction.guildId ?? '').slice(0, MOST_GAPS);
  if (gaps.length === 0) return respond(interaction, line(words.noGaps), true);
  const lines = gaps.map(({ question, why, times, last }) => {
    const asked = escapeMarkdown(shorten(oneLine(question), GAP_LENGTH));
    const reason = why === 'missed' ? words.gapMissed : words.gapUnhelpful;
    return `- ${asked} · ${reason} · ${times}× · <t:${Math.floor(last / 1000)}:d>`;
  });
  const list = [`**${words.gaps(days)}**`, ...lines].join('\n').slice(0, LIMITS.text);
  await respond(interaction, reply(card([text(list)])), true);
}
