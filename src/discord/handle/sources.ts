import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Article } from '../../passage.ts';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { daysOf } from '../catalogue/date-range.ts';
import { line, type Reply } from '../message/components.ts';
import type { ViewContext } from '../render/context.ts';
import { renderParagraph } from '../render/paragraphs.ts';
import { renderSourceList } from '../render/source-list.ts';
import { repeated } from '../text/escape.ts';
import { actionOn } from './action-on.ts';
import { readerOf } from './reader.ts';
import { respond } from './send.ts';

/** `/source article [paragraph]` */
export async function handleSource(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const typed = interaction.options.getString('article', true);
  const paragraph = interaction.options.getInteger('paragraph') ?? 1;
  const view = viewFor(bot, readerOf(interaction, false));
  const article = view.library.catalogue.resolve(typed);
  if (!article) {
    return respond(interaction, line(view.words.noSuchArticle(repeated(typed))), true);
  }
  const { reply, found } = paragraphReply(article, paragraph, view);
  await respond(interaction, reply, !found);
}

/** The look-up button of a miss (a private reply), and the page buttons of an article. */
export async function handleTurn(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'look' | 'turn' }>,
): Promise<void> {
  const hidden = action.do === 'look' || interaction.message.flags.has('Ephemeral');
  const asker = deleterOf(bot, interaction) ?? interaction.user.id;
  const view = viewFor(bot, { ...readerOf(interaction, hidden), userId: asker });
  const article = view.library.catalogue.find(action.article);
  if (!article) return respond(interaction, line(view.words.articleGone), true);
  const { reply, found } = paragraphReply(article, Math.max(1, action.paragraph), view);
  if (action.do === 'turn' && found) await interaction.update(reply);
  else await respond(interaction, reply, true);
}

/** `/sources [tag] [author] [since] [until]` */
export async function handleSources(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const view = viewFor(bot, readerOf(interaction, true));
  const { words } = view;
  const { tags, authors } = view.library.catalogue;
  const option = (name: string) => interaction.options.getString(name)?.trim() || undefined;
  const typed = {
    tag: option('tag'),
    author: option('author'),
    since: option('since'),
    until: option('until'),
  };
  const tag = typed.tag && tags.resolve(typed.tag);
  const author = typed.author && authors.resolve(typed.author);
  const since = typed.since && daysOf(typed.since)?.first;
  const until = typed.until && daysOf(typed.until)?.last;
  const wrong = [
    typed.tag && !tag && words.noSuchTag(repeated(typed.tag)),
    typed.author && !author && words.noSuchAuthor(repeated(typed.author)),
    typed.since && !since && words.badDate(repeated(typed.since)),
    typed.until && !until && words.badDate(repeated(typed.until)),
  ].filter(Boolean);
  const reply =
    wrong.length > 0
      ? line(wrong.join('\n'))
      : renderSourceList({ tag, author, since, until }, 0, view);
  await respond(interaction, reply, true);
}

/** The page buttons of the list of articles. */
export async function handleSourcesPage(
  bot: Bot,
  interaction: ButtonInteraction,
  action: Extract<Action, { do: 'list' }>,
): Promise<void> {
  const view = viewFor(bot, readerOf(interaction, true));
  const { tags, authors } = view.library.catalogue;
  const filter = {
    tag: action.tag === '' ? undefined : tags.find(action.tag),
    author: action.author === '' ? undefined : authors.find(action.author),
    since: action.since || undefined,
    until: action.until || undefined,
  };
  const gone = (action.tag && !filter.tag) || (action.author && !filter.author);
  await interaction.update(
    gone ? line(view.words.noArticles) : renderSourceList(filter, action.page, view),
  );
}

function paragraphReply(
  article: Article,
  paragraph: number,
  view: ViewContext,
): { reply: Reply; found: boolean } {
  const passages = view.library.passagesOf(article.id);
  const passage = passages[paragraph - 1];
  if (passage) return { reply: renderParagraph(article, passage, view), found: true };
  return { reply: line(view.words.noSuchParagraph(paragraph, passages.length)), found: false };
}

/** Turning the page must not hand the right to delete a card to whoever turned it. */
function deleterOf(bot: Bot, { message }: ButtonInteraction): string | undefined {
  return actionOn(bot, message, 'delete')?.asker;
}
