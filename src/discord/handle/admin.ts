import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { misfitOf } from '../../retrieval/model-fit.ts';
import { card, file, reply, text } from '../message/components.ts';
import { gapsCsv } from '../questions/gaps-csv.ts';
import { groupGaps } from '../questions/group-gaps.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import type { Turn } from '../turn/turn.ts';

const MAX_GAPS = 15;
const GAP_LENGTH = 100;
const GAPS_FILE = 'gaps.csv';

/**
 * Why somebody may not use the commands for admins: looked at here as well, because a server can
 * hand commands to anybody.
 */
export function whyNotAdmin(
  { words, guildId }: Turn,
  { memberPermissions }: Pick<BaseInteraction, 'memberPermissions'>,
): string | undefined {
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return undefined;
  return guildId === null ? words.serverOnly : words.adminsOnly;
}

/** `/status` */
export async function handleStatus(turn: Turn): Promise<void> {
  const { bot, words, library } = turn;
  const { status } = words;
  const { timings, queue } = bot.desk;
  const { generation, createdAt, articles, passages, model } = library.manifest;
  const languages = library.articles().map(({ language }) => language);
  const misfit = misfitOf(languages, model.model);
  const made = Math.floor(Date.parse(createdAt) / 1000);
  const lines = [
    `${status.uptime} <t:${Math.floor(bot.startedAt / 1000)}:R>`,
    `${status.index}: \`${generation}\` (<t:${made}:R>), ${words.articles(articles)}, ${passages} ¶`,
    status.queue(queue.waiting, queue.running),
    timings.count > 0
      ? status.times(timings.percentile(0.5), timings.percentile(0.95), timings.count)
      : status.noTimes,
    status.votes(timings.helpful, timings.unhelpful),
    ...(misfit ? [status.misfit(misfit.articles, misfit.languages)] : []),
    ...(bot.scopes.isOutdated ? [words.scope.isOutdated] : []),
  ];
  await turn.respond(reply(card([text(lines.join('\n'))])));
}

/** `/gaps`: the questions in groups, and all of them in a file. */
export async function handleGaps(turn: Turn): Promise<void> {
  const { bot, words, guildId } = turn;
  const { days } = bot.kept;
  if (days === 0) return turn.refuse(words.gapsOff);
  const groups = groupGaps(bot.kept.gaps(guildId ?? ''));
  if (groups.length === 0) return turn.refuse(words.noGaps);
  const lines = groups.slice(0, MAX_GAPS).map(({ wordings, why, times, last }) => {
    const asked = escapeMarkdown(shorten(oneLine(wordings[0].question), GAP_LENGTH));
    const reason = why === 'missed' ? words.gapMissed : words.gapUnhelpful;
    const others = wordings.length > 1 ? ` · ${words.otherWordings(wordings.length - 1)}` : '';
    return `- ${asked} · ${reason} · ${times}× · <t:${Math.floor(last / 1000)}:d>${others}`;
  });
  const list = [`**${words.gaps(days)}**`, ...lines].join('\n').slice(0, LIMITS.text);
  const attachment = Buffer.from(gapsCsv(groups));
  await turn.respond({
    ...reply(card([text(list), file(GAPS_FILE)])),
    files: [{ name: GAPS_FILE, attachment }],
  });
}
