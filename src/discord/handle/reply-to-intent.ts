import type { ArticleCard, ArticleFilter, AskOptions } from '../../passage.ts';
import { fits } from '../../retrieval/metadata/article-filter.ts';
import { byDate } from '../../retrieval/metadata/by-date.ts';
import { type Intent, namingWords } from '../conversation/intent.ts';
import { line, type Reply } from '../message/components.ts';
import type { Outcome } from '../questions/desk.ts';
import { renderAbout } from '../render/about.ts';
import { renderOutcome } from '../render/answer.ts';
import { renderArticles } from '../render/article-list.ts';
import { title } from '../render/citation.ts';
import { renderOpening } from '../render/paragraphs.ts';
import { renderSourceList } from '../render/source-list.ts';
import type { Turn, View } from '../turn/turn.ts';

const MAX_ALSO_NAMED = 3;

type AskSubject = (question: string, options: AskOptions) => Promise<Outcome>;

/**
 * The answer to what is no question to the articles' text.
 *
 * @param ask finds articles on a subject
 * @param filter which articles are listed
 * @param atHand finds the article that was quoted or searched just before
 */
export async function replyToIntent(
  turn: Turn,
  ask: AskSubject,
  intent: Intent,
  atHand: () => Promise<ArticleCard | undefined>,
  filter: ArticleFilter = {},
): Promise<Reply> {
  const { words, library } = turn;
  switch (intent.kind) {
    case 'list':
      return renderSourceList(filter, 0, turn);
    case 'newest':
      return renderArticles(
        `**${words.newestArticles}**`,
        byDate(library.articles().filter((one) => fits(one, filter))),
        turn,
      );
    case 'about':
      return renderAbout(turn.bot.kept.days, turn);
    case 'help':
      return line(words.usage);
    case 'thanks':
    case 'chatter':
      return line(words.welcome);
    case 'find':
      return articlesOn(ask, intent.text, intent.subject, turn);
    case 'summary':
      return opening(ask, intent.article, turn, atHand);
  }
}

async function articlesOn(
  ask: AskSubject,
  question: string,
  subject: string,
  view: View,
): Promise<Reply> {
  return renderOutcome(await ask(question, { subject }), view);
}

/** The article's own beginning, in place of the summary that nobody writes here. */
async function opening(
  ask: AskSubject,
  wanted: string | undefined,
  view: View,
  atHand: () => Promise<ArticleCard | undefined>,
): Promise<Reply> {
  const { words, library } = view;
  const named = wanted === undefined ? [] : await namedBy(wanted, view);
  const meant = wanted === undefined ? await atHand() : named[0];
  const id = meant?.id ?? '';
  const shelf = await library.read([id]);
  const article = shelf.article(id);
  const [first] = shelf.passagesOf(id);
  if (article && first) {
    const others = named.slice(1, MAX_ALSO_NAMED + 1).map((other) => `**${title(other)}**`);
    const also = others.length > 0 ? [`-# ${words.alsoNamed} ${others.join(' · ')}`] : [];
    return renderOpening(article, first, [words.noSummary, ...also].join('\n'), { ...view, shelf });
  }
  return wanted === undefined ? line(words.whichArticle) : articlesOn(ask, wanted, wanted, view);
}

/** Words like "report" may be part of an article's name, or only say what it is. */
function namedBy(wanted: string, { library }: View): Promise<ArticleCard[]> {
  return library.catalogue.on(namingWords(wanted).join(' '));
}
