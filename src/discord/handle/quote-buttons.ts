import type { ButtonInteraction } from 'discord.js';
import type { Answer, Quote } from '../../passage.ts';
import { statusOf } from '../../retrieval/status.ts';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { findPassage } from '../catalogue/find-passage.ts';
import { line, type Reply } from '../message/components.ts';
import { type AnswerView, renderAnswer } from '../render/answer.ts';
import { renderCite } from '../render/cite.ts';
import { refusalText, renderOutcome } from '../render/outcome.ts';
import { renderContext } from '../render/paragraphs.ts';
import { quotedSentence } from '../render/quotes.ts';
import { askedOn } from './follow-up.ts';
import { messageById } from './message-by-id.ts';
import { postToChannel, tellPrivately } from './post-to-channel.ts';
import { readerOf } from './reader.ts';
import { deferred, respond } from './send.ts';

/** Quotes on one card. */
const PER_CARD = 3;

/** Context: the paragraphs before and after a quote. Cite: its article's reference, to copy. */
export async function handleQuoted(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'context' | 'cite' }>,
): Promise<void> {
  const view = viewFor(bot, readerOf(interaction, true));
  const article = view.library.catalogue.find(action.article);
  const passage = findPassage(view.library, action);
  if (!article || !passage) {
    const { articleGone, passageGone } = view.words;
    return respond(interaction, line(article ? passageGone : articleGone), true);
  }
  const quoted = passage.sentences[action.sentence];
  const shown =
    action.do === 'cite'
      ? renderCite(article, quoted, view)
      : renderContext(article, passage, quoted, view);
  await respond(interaction, shown, true);
}

/** More: the next quotes for the question. */
export async function handleMore(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'more' }>,
  part: number,
): Promise<void> {
  await deferred(interaction, true);
  const scope = action.scope === '' ? undefined : bot.library().catalogue.find(action.scope);
  if (action.scope !== '' && !scope) {
    const { words } = viewFor(bot, readerOf(interaction, true));
    return respond(interaction, line(words.articleGone), true);
  }
  await askAgain(bot, interaction, part, action.card, scope && [scope.id], {
    top: action.shown + PER_CARD,
    choose: (quotes) => quotes.slice(action.shown),
    nothing: 'nothingMore',
    view: { scope: action.scope || undefined, shownBefore: action.shown, isFull: true },
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
  const article = bot.library().catalogue.find(action.article);
  if (!article) {
    const { words } = viewFor(bot, readerOf(interaction, true));
    return respond(interaction, line(words.articleGone), true);
  }
  const shown = findPassage(bot.library(), action)?.id;
  await askAgain(bot, interaction, part, '', [article.id], {
    top: PER_CARD + 1,
    choose: (quotes) => quotes.filter((quote) => quote.passageId !== shown).slice(0, PER_CARD),
    nothing: 'nothingMoreInArticle',
    view: { scope: action.article, shownBefore: 1, without: action.text, isFull: true },
  });
}

/** Post: the quotes of a private card, asked for and checked again, for everybody. */
export async function handlePostAnswer(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'post' }>,
  part: number,
): Promise<void> {
  await interaction.deferUpdate();
  const scope = action.scope === '' ? undefined : bot.library().catalogue.find(action.scope);
  const { words } = viewFor(bot, readerOf(interaction, false));
  if (action.scope !== '' && !scope) return tellPrivately(interaction, words.articleGone);
  const { from, without } = action;
  const again = await quotesAgain(bot, interaction, part, action.card, scope && [scope.id], {
    top: from + PER_CARD + (without ? 1 : 0),
    ...(without && { choose: (quotes) => withoutText(bot, quotes, without) }),
    ...(!without && from > 0 && { choose: (quotes) => quotes.slice(from) }),
    nothing: 'nothingMore',
    view: { scope: action.scope || undefined, shownBefore: from, isFull: from > 0 },
  });
  if ('refusal' in again) return tellPrivately(interaction, again.refusal);
  await postToChannel(interaction, again.render(false), words);
}

function withoutText(bot: Bot, quotes: readonly Quote[], text: string): Quote[] {
  const library = bot.library();
  return quotes.filter((quote) => quotedSentence(quote, library).text !== text).slice(0, PER_CARD);
}

interface Again {
  /** Quotes that are asked for. */
  top: number;
  /** Chooses among them; where it is not given, the answer is shown as it was at first. */
  choose?: (quotes: readonly Quote[]) => Quote[];
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
  which: Again,
): Promise<void> {
  const again = await quotesAgain(bot, interaction, part, cardId, articleIds, which);
  const shown = 'refusal' in again ? line(again.refusal) : again.render(true);
  await respond(interaction, shown, true);
}

/** Some quotes for the question of a card, or why there are none. */
async function quotesAgain(
  bot: Bot,
  interaction: ButtonInteraction,
  part: number,
  cardId: string,
  articleIds: string[] | undefined,
  { top, choose, nothing, view }: Again,
): Promise<{ refusal: string } | { render: (hidden: boolean) => Reply }> {
  const reader = readerOf(interaction, true);
  const context = { ...viewFor(bot, reader), ids: bot.ids.forPart(part) };
  const { words } = context;
  const card = cardId === '' ? interaction.message : await messageById(interaction, cardId);
  const asked = card && (await askedOn(bot, card, part));
  if (!asked) return { refusal: words.questionGone };
  const { question, earlier } = asked;
  const outcome = await bot.desk.ask(reader, question, {
    top,
    ...(articleIds ? { articleIds } : {}),
    ...(earlier ? { earlier } : {}),
  });
  if (outcome.kind !== 'answer') return { refusal: refusalText(outcome, words) };
  const from = card.flags.has('Ephemeral') ? '' : card.id;
  // As it was understood: one line, which no line of the member's own can follow.
  const shown = { ...view, question: outcome.answer.question, part, card: from };
  if (!choose) {
    return { render: (hidden) => renderOutcome(outcome, { ...context, private: hidden }, shown) };
  }
  const [first, ...others] = choose(outcome.answer.quotes);
  if (!first) return { refusal: words[nothing] };
  const { nearest, milliseconds } = outcome.answer;
  const status = statusOf(first.score);
  const answer: Answer = {
    question,
    status: status === 'missed' ? 'near' : status,
    confidence: first.score,
    quotes: [first, ...others],
    nearest,
    milliseconds,
  };
  return {
    render: (hidden) =>
      renderAnswer(answer, { ...context, private: hidden, library: outcome.library }, shown),
  };
}
