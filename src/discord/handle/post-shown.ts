import type { ButtonInteraction } from 'discord.js';
import type { Quote } from '../../passage.ts';
import { quoteOfPassage } from '../../retrieval/quote-of-passage.ts';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { findPassage } from '../catalogue/find-passage.ts';
import { customIdsOf, textsOf } from '../message/components.ts';
import { quotedOn, renderChecked } from '../render/checked-quotations.ts';
import { refusalText } from '../render/outcome.ts';
import { renderContext, renderParagraph } from '../render/paragraphs.ts';
import { renderSimilar } from '../render/similar.ts';
import { postToChannel, tellPrivately } from './post-to-channel.ts';
import { readerOf } from './reader.ts';

type Press<Name extends Action['do']> = Extract<Action, { do: Name }>;

/** Posts what was found for a message: the passages of the card, read from the index again. */
export async function handlePostFound(
  bot: Bot,
  interaction: ButtonInteraction,
  { marked }: Press<'postFound'>,
): Promise<void> {
  await interaction.deferUpdate();
  const view = viewFor(bot, readerOf(interaction, false));
  const passages = customIdsOf(interaction.message).flatMap((customId) => {
    const decoded = bot.ids.decode(customId, interaction.guildId);
    return decoded.kind === 'ours' && decoded.action.do === 'context' ? [decoded.action] : [];
  });
  const sentences = marked.split('-').map(Number);
  const quotes = passages.flatMap((reference, index): Quote[] => {
    const passage = findPassage(view.library, reference);
    const article = passage && view.library.article(passage.articleId);
    return article ? [quoteOfPassage(article, passage, sentences[index] ?? 0)] : [];
  });
  if (quotes.length === 0) return tellPrivately(interaction, view.words.passageGone);
  await postToChannel(interaction, renderSimilar(quotes, view), view.words);
}

/** Posts whether a quotation is in the articles, checked again. */
export async function handlePostChecked(bot: Bot, interaction: ButtonInteraction): Promise<void> {
  await interaction.deferUpdate();
  const reader = readerOf(interaction, false);
  const view = viewFor(bot, reader);
  const outcome = await bot.desk.check(reader, quotedOn(textsOf(interaction.message)));
  if (outcome.kind !== 'checked') {
    return tellPrivately(interaction, refusalText(outcome, view.words));
  }
  const shown = renderChecked(outcome.checked, { ...view, library: outcome.library });
  await postToChannel(interaction, shown, view.words);
}

/** Posts a passage between the paragraphs around it. */
export async function handlePostContext(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Press<'postContext'>,
): Promise<void> {
  await interaction.deferUpdate();
  const view = viewFor(bot, readerOf(interaction, false));
  const article = view.library.catalogue.find(action.article);
  const passage = findPassage(view.library, action);
  if (!article || !passage) return tellPrivately(interaction, view.words.passageGone);
  const quoted = passage.sentences[action.sentence];
  await postToChannel(interaction, renderContext(article, passage, quoted, view), view.words);
}

/** Posts a paragraph of an article. */
export async function handlePostParagraph(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Press<'postParagraph'>,
): Promise<void> {
  await interaction.deferUpdate();
  const view = viewFor(bot, readerOf(interaction, false));
  const article = view.library.catalogue.find(action.article);
  const passage = article && view.library.passagesOf(article.id)[action.paragraph - 1];
  if (!article || !passage) return tellPrivately(interaction, view.words.passageGone);
  await postToChannel(interaction, renderParagraph(article, passage, view), view.words);
}
