import type { ChatInputCommandInteraction } from 'discord.js';
import { PullquoteError } from '../../errors.ts';
import { shows } from '../../scopes/scope.ts';
import { answeredGaps } from '../adding/answered-gaps.ts';
import type { FoundArticles, Intake } from '../adding/intake.ts';
import { knownArticles } from '../adding/known-articles.ts';
import { isUploadAddress } from '../adding/upload-address.ts';
import { line, type Reply } from '../message/components.ts';
import { renderAddPreview } from '../render/add-preview.ts';
import { reasonText } from '../render/reason.ts';
import { isOver } from '../sending/discord-errors.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import type { Turn } from '../turn/turn.ts';

const MEGABYTE = 2 ** 20;
/** Whatever is added has an id below this one. */
const ADDED = 'added/article';
const NOT_SEEN = 'it would go into the folder "added", which is not seen here (scopes.yaml)';

/** `/add`: reads an article from outside and shows it; nothing is saved before that is confirmed. */
export async function handleAdd(
  turn: InteractionTurn,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { bot, words, askerId } = turn;
  const source = sourceOf(turn, interaction);
  const refusal = whyNotHere(turn) ?? ('refusal' in source ? source.refusal : undefined);
  if (refusal !== undefined || 'refusal' in source) return turn.refuse(refusal ?? '');
  if (bot.busy.adding.has(askerId)) return turn.refuse(words.add.running);
  bot.busy.adding.add(askerId);
  let told: Reply;
  try {
    const seconds = await bot.desk.limits.add(askerId);
    if (seconds > 0) return await turn.refuse(words.memberBusy(seconds));
    await turn.defer();
    told = await look(turn, interaction, source.read);
  } finally {
    bot.busy.adding.delete(askerId);
  }
  // Whoever sees it may go on at once.
  await turn.respond(told);
}

async function look(
  turn: InteractionTurn,
  interaction: ChatInputCommandInteraction,
  read: (intake: Intake) => Promise<FoundArticles>,
): Promise<Reply> {
  const { bot, words } = turn;
  try {
    return await preview(turn, interaction, await read(bot.intake));
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    return line(words.add.unusable(reasonText(error)));
  }
}

async function preview(
  turn: InteractionTurn,
  interaction: ChatInputCommandInteraction,
  found: FoundArticles,
): Promise<Reply> {
  const { bot, words, asker, askerId, guildId } = turn;
  const known = await knownArticles(found.articles, turn.library);
  const hasGaps = bot.kept.days > 0 && bot.kept.gaps(guildId ?? '').length > 0;
  const ask = hasGaps ? await bot.intake.tryOut(found) : undefined;
  const gaps = ask ? await answeredGaps(bot, asker, ask) : hasGaps ? 'too long' : undefined;
  const id = bot.previews.keep(found, askerId, () => {
    interaction.editReply(line(words.add.expired)).catch((error) => {
      if (!isOver(error)) bot.log.info({ err: error }, 'an old preview stays');
    });
  });
  return renderAddPreview({ id, found, known, gaps }, turn);
}

/**
 * Why no articles can be added on this server. Whoever invites the bot manages some server, and
 * what they add is quoted on all of them: on several servers the owner has to say on which.
 */
export function whyNotHere({ bot, words, guildId, scope }: Turn): string | undefined {
  const { guilds } = bot.client;
  if (guildId === null || !guilds.cache.has(guildId)) return words.serverOnly;
  const { addInServers = [] } = bot.settings;
  const isAllowed =
    addInServers.length > 0 ? addInServers.includes(guildId) : guilds.cache.size === 1;
  if (!isAllowed) return words.add.notHere;
  return shows(scope, ADDED) ? undefined : words.add.unusable(NOT_SEEN);
}

type Source = { refusal: string } | { read: (intake: Intake) => Promise<FoundArticles> };

/** The file or the address, or why neither can be read. */
function sourceOf({ bot, words }: Turn, { options }: ChatInputCommandInteraction): Source {
  const file = options.getAttachment('file');
  const address = options.getString('address')?.trim();
  if (!file === !address) return { refusal: words.add.oneOfBoth };
  if (!file) return { read: (intake) => intake.fromAddress(address ?? '') };
  const { name, url, size } = file;
  if (size > bot.intake.maxBytes) {
    return { refusal: words.add.tooLarge(bot.intake.maxBytes / MEGABYTE) };
  }
  if (!isUploadAddress(url, bot.settings.apiUrl)) return { refusal: words.add.foreignUpload };
  return { read: (intake) => intake.fromUpload({ name, address: url }) };
}
