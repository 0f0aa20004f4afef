import type { ChatInputCommandInteraction } from 'discord.js';
import { ArticleError, PullquoteError } from '../../errors.ts';
import { type Scope, shows, showsAll } from '../../scopes/scope.ts';
import type { ReindexSummary } from '../bot.ts';
import type { Words } from '../locales/words.ts';
import { line } from '../message/components.ts';
import { reasonText } from '../render/reason.ts';
import type { Turn } from '../turn/turn.ts';
import { tellResult } from './tell-result.ts';

/** Between two edits that show the progress, in milliseconds. */
const PROGRESS_INTERVAL_MS = 2_000;
const MAX_SKIPPED = 10;

/** `/reindex`: one at a time; the old index answers meanwhile. */
export async function handleReindex(
  turn: Turn,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { bot, words } = turn;
  if (bot.busy.reindexing) return turn.refuse(words.reindexRunning);
  bot.busy.reindexing = true;
  try {
    await turn.respond(line(words.reindexStarted));
    const show = progressShower(turn, interaction);
    const result = await bot
      .reindex(show.update)
      .then((summary) => line(summaryText(seenOf(summary, turn.scope), words)))
      .catch((error: unknown) => line(failureText(turn, error)));
    await show.end();
    await tellResult(turn, interaction, result);
  } finally {
    bot.busy.reindexing = false;
  }
}

function progressShower({ bot, words }: Turn, interaction: ChatInputCommandInteraction) {
  let last = Date.now();
  let showing: Promise<void> | undefined;
  let ended = false;
  const edit = async (done: number, total: number) => {
    await interaction.editReply(line(words.reindexing(done, total))).catch((error) => {
      bot.log.debug({ err: error }, 'progress cannot be shown');
    });
    showing = undefined;
  };
  return {
    /** Shows it, unless the last one was shown just now or is still on its way. */
    update({ done, total }: { done: number; total: number }): void {
      if (ended || showing || Date.now() - last < PROGRESS_INTERVAL_MS) return;
      last = Date.now();
      showing = edit(done, total);
    },
    /** Waits for what is on its way: what is shown next stands. */
    async end(): Promise<void> {
      ended = true;
      await showing;
    },
  };
}

/** What an admin of one server may know of it. */
function seenOf(summary: ReindexSummary, scope: Scope): ReindexSummary {
  const seen = (id: string) => shows(scope, id);
  const { added, changed, removed, skipped } = summary;
  return {
    ...summary,
    added: added.filter(seen),
    changed: changed.filter(seen),
    removed: removed.filter(seen),
    skipped: skipped.filter((error) =>
      error instanceof ArticleError ? seen(error.file) : showsAll(scope),
    ),
  };
}

function summaryText(summary: ReindexSummary, words: Words): string {
  const { added, changed, removed, skipped, seconds } = summary;
  const done = words.reindexed(
    added.length,
    changed.length,
    removed.length,
    Math.round(seconds * 10) / 10,
  );
  if (skipped.length === 0) return done;
  const reasons = skipped.slice(0, MAX_SKIPPED).map((error) => `- ${reasonText(error)}`);
  return [done, words.skipped(skipped.length), ...reasons].join('\n');
}

function failureText({ report, scope, words }: Turn, error: unknown): string {
  // What is wrong with the articles names some.
  if (error instanceof PullquoteError && showsAll(scope)) {
    return words.reindexFailed(reasonText(error));
  }
  return words.failed(report(error, 'reindex'));
}
