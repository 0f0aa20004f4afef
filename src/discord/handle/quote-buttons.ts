import type { ButtonInteraction, Message } from 'discord.js';
import type { Answer, Quote } from '../../passage.ts';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { findArticle, findPassage } from '../buttons/references.ts';
import { type AnswerView, renderAnswer } from '../render/answer.ts';
import { line } from '../render/components.ts';
import { refusalText } from '../render/outcome.ts';
import { renderContext } from '../render/paragraphs.ts';
import { askedOn } from './asked-before.ts';
import { readerOf } from './reader.ts';
import { deferred, respond } from './send.ts';

/** Quotes on one card. */
const PER_CARD = 3;

/** Context: the paragraphs before and after a quote. */
export async function handleContext(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'context' }>,
): Promise<void> {
  const view = viewFor(bot, readerOf(interaction, true));
  const article = findArticle(view.library, action.article);
  const passage = findPassage(view.library, action);
  if (!article || !passage) {
    const { articleGone, passageGone } = view.words;
    return respond(interaction, line(article ? passageGone : articleGone), true);
  }
  await respond(interaction, renderContext(article, passage, view), true);
}

/** More: the next quotes for the question. */
export async function handleMore(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'more' }>,
  part: number,
): Promise<void> {
  await deferred(interaction, true);
  const scope = action.scope === '' ? undefined : findArticle(bot.library(), action.scope);
  if (action.scope !== '' && !scope) {
    const { words } = viewFor(bot, readerOf(interaction, true));
    return respond(interaction, line(words.articleGone), true);
  }
  const top = action.shown + PER_CARD;
  await askAgain(bot, interaction, part, action.card, scope && [scope.id], top, {
    choose: (quotes) => quotes.slice(action.shown),
    nothing: 'nothingMore',
    view: { scope: action.scope || undefined, shownBefore: action.shown },
  });
}

/** Same article: what else it has on the question. */
export async function handleSameArticle(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'same' }>,
  part: number,
): Promise<void> {
  await deferred(interaction, true);
  const article = findArticle(bot.library(), action.article);
  if (!article) {
    const { words } = viewFor(bot, readerOf(interaction, true));
    return respond(interaction, line(words.articleGone), true);
  }
  const shown = findPassage(bot.library(), action)?.id;
  await askAgain(bot, interaction, part, '', [article.id], PER_CARD + 1, {
    choose: (quotes) => quotes.filter((quote) => quote.passageId !== shown).slice(0, PER_CARD),
    nothing: 'nothingMoreInArticle',
    view: { scope: action.article, shownBefore: 1 },
  });
}

interface Again {
  choose: (quotes: readonly Quote[]) => Quote[];
  nothing: 'nothingMore' | 'nothingMoreInArticle';
  view: AnswerView;
}

/** Asks the question of a card again and shows some of its quotes, privately. */
async function askAgain(
  bot: Bot,
  interaction: ButtonInteraction,
  part: number,
  cardId: string,
  articleIds: string[] | undefined,
  top: number,
  { choose, nothing, view }: Again,
): Promise<void> {
  const reader = readerOf(interaction, true);
  const context = { ...viewFor(bot, reader), ids: bot.ids.forPart(part) };
  const card = cardId === '' ? interaction.message : await cardById(interaction, cardId);
  const asked = card && (await askedOn(bot, card, part));
  if (!asked) return respond(interaction, line(context.words.questionGone), true);
  const { question, earlier } = asked;
  const outcome = await bot.desk.ask(reader, question, {
    top,
    ...(articleIds ? { articleIds } : {}),
    ...(earlier ? { earlier } : {}),
  });
  if (outcome.kind !== 'answer') {
    return respond(interaction, line(refusalText(outcome, context.words)), true);
  }
  const [first, ...others] = choose(outcome.answer.quotes);
  if (!first || outcome.answer.status === 'missed') {
    return respond(interaction, line(context.words[nothing]), true);
  }
  const answer: Answer = { ...outcome.answer, quotes: [first, ...others] };
  const from = card.flags.has('Ephemeral') ? '' : card.id;
  const shown = { ...view, question, part, card: from };
  await respond(
    interaction,
    renderAnswer(answer, { ...context, library: outcome.library }, shown),
    true,
  );
}

function cardById(interaction: ButtonInteraction, id: string): Promise<Message | undefined> {
  const fetched = interaction.channel?.messages.fetch(id) ?? Promise.resolve(undefined);
  return fetched.catch(() => undefined);
}
