import { type ChatInputCommandInteraction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { card, file, line, reply, text } from '../message/components.ts';
import { gapsCsv } from '../questions/gaps-csv.ts';
import { groupGaps } from '../questions/group-gaps.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import { readerOf } from './reader.ts';
import { respond } from './send.ts';

const MAX_GAPS = 15;
const GAP_LENGTH = 100;
const GAPS_FILE = 'gaps.csv';

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

/** `/gaps`: the questions in groups, and all of them in a file. */
export async function handleGaps(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { words } = viewFor(bot, readerOf(interaction, true));
  const { days } = bot.kept;
  if (days === 0) return respond(interaction, line(words.gapsOff), true);
  const groups = groupGaps(bot.kept.gaps(interaction.guildId ?? ''));
  if (groups.length === 0) return respond(interaction, line(words.noGaps), true);
  const lines = groups.slice(0, MAX_GAPS).map(({ wordings, why, times, last }) => {
    const asked = escapeMarkdown(shorten(oneLine(wordings[0].question), GAP_LENGTH));
    const reason = why === 'missed' ? words.gapMissed : words.gapUnhelpful;
    const others = wordings.length > 1 ? ` · ${words.otherWordings(wordings.length - 1)}` : '';
    return `- ${asked} · ${reason} · ${times}× · <t:${Math.floor(last / 1000)}:d>${others}`;
  });
  const list = [`**${words.gaps(days)}**`, ...lines].join('\n').slice(0, LIMITS.text);
  const attachment = Buffer.from(gapsCsv(groups));
  const shown = reply(card([text(list), file(GAPS_FILE)]));
  await interaction.reply({
    ...shown,
    flags: shown.flags | MessageFlags.Ephemeral,
    files: [{ name: GAPS_FILE, attachment }],
  });
}
