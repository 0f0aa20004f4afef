import { createHash } from 'node:crypto';
import type { ButtonInteraction } from 'discord.js';
import { PullquoteError, SaveError } from '../../errors.ts';
import { showsAll } from '../../scopes/scope.ts';
import type { FoundArticles } from '../adding/intake.ts';
import { type Serving, untilServed } from '../adding/until-served.ts';
import { referenceToArticle } from '../buttons/references.ts';
import { button as buttonOf, line, type Reply, reply, row, text } from '../message/components.ts';
import { reasonText } from '../render/reason.ts';
import { escapeMarkdown } from '../text/escape.ts';
import type { Turn } from '../turn/turn.ts';
import { whyNotHere } from './add.ts';
import { whyNotAdmin } from './admin.ts';
import type { Press } from './press.ts';
import { tellResult } from './tell-result.ts';

/** The buttons that save the articles of a preview. */
export async function handleConfirmAdd(turn: Turn, press: Press<'add'>): Promise<void> {
  const { bot, words } = turn;
  const { button, action } = press;
  const refusal = whyNotAdmin(turn, button) ?? whyNotHere(turn);
  if (refusal !== undefined) return turn.refuse(refusal);
  const found = bot.previews.take(action.preview);
  if (!found) return void (await button.update(line(whyGone(turn, button))));
  await button.update(line(words.add.saving));
  try {
    const file = await save(found, action.how, turn);
    if (file === undefined) {
      await button.editReply(line(words.add.changed));
      return;
    }
    audit(turn, found, file, action.how);
    const shown = `\`${file}\``;
    await button.editReply(line(words.add.saved(shown)));
    await tellResult(turn, button, resultOf(await untilServed(bot, found, file), shown, turn));
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    const why = error instanceof SaveError && error.why;
    const told = { full: words.add.diskFull, 'read-only': words.add.readOnly };
    const line_ = why && why !== 'other' ? told[why] : words.add.unusable(reasonText(error));
    if (why) bot.log.warn({ err: error }, 'an article cannot be saved');
    await tellResult(turn, button, line(line_));
  }
}

/** The button that lets the articles of a preview go. */
export async function handleCancelAdd(turn: Turn, press: Press<'dropAdd'>): Promise<void> {
  turn.bot.previews.take(press.action.preview);
  await press.button.update(line(turn.words.add.cancelled));
}

function whyGone({ bot, words }: Turn, { message }: ButtonInteraction): string {
  return message.createdTimestamp < bot.startedAt ? words.add.restarted : words.add.expired;
}

/** @returns the file; undefined where the one that was to be replaced has changed since */
async function save(
  found: FoundArticles,
  how: 'new' | 'replace',
  { bot }: Turn,
): Promise<string | undefined> {
  if (how === 'new') return bot.intake.save(found);
  return (await bot.intake.replace(found)) ? found.file : undefined;
}

/** Who changed what all members are told: the owner should be able to find that out. */
function audit({ bot, askerId, guildId }: Turn, found: FoundArticles, file: string, how: string) {
  const sha256 = createHash('sha256').update(found.content).digest('hex');
  const bytes = found.content.length;
  bot.log.info({ member: askerId, guild: guildId, file, how, bytes, sha256 }, 'article added');
}

function resultOf(serving: Serving, shown: string, turn: Turn): Reply {
  const { words, ids, guildId } = turn;
  switch (serving.kind) {
    case 'served': {
      const article = referenceToArticle(serving.id);
      const read = ids.encode({ do: 'read', article, page: 0 }, guildId);
      return reply(
        text(words.add.served(escapeMarkdown(serving.title))),
        row([buttonOf(read, { emoji: '📖', label: words.add.read })]),
      );
    }
    case 'left out':
      return line(words.add.leftOut(shown, reasonText(serving.why)));
    case 'failed':
      // What is wrong with the articles names some.
      return showsAll(turn.scope)
        ? line(words.add.notIndexed(shown, reasonText(serving.why)))
        : line(words.failed(turn.report(serving.why, 'adding')));
  }
}
