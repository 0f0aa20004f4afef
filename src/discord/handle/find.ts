import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { line } from '../message/components.ts';
import { refusalText } from '../render/outcome.ts';
import { renderSimilar } from '../render/similar.ts';
import { cutIndex } from '../text/graphemes.ts';
import { readerOf } from './reader.ts';
import { deferred, respond } from './send.ts';
import { textOfTarget } from './target-text.ts';

/** Characters of the message that are searched for: about what the model reads. */
const MAX_SEARCHED = 1_500;
const PASSAGES = 4;

/** The message command "Find in articles": the passages nearest to a message, privately. */
export async function handleFind(
  bot: Bot,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  await deferred(interaction, true);
  const text = textOfTarget(interaction);
  const reader = readerOf(interaction, true);
  const view = viewFor(bot, reader);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return respond(interaction, line(view.words.nothingToFind), true);
  }
  const outcome = await bot.desk.similar(
    reader,
    text.slice(0, cutIndex(text, MAX_SEARCHED)),
    PASSAGES,
  );
  const reply =
    outcome.kind === 'quotes'
      ? renderSimilar(outcome.quotes, { ...view, library: outcome.library })
      : line(refusalText(outcome, view.words));
  await respond(interaction, reply, true);
}
