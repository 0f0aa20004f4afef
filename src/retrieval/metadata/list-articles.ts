import type { Answer, ArticleCard, AskOptions, Listing } from '../../passage.ts';
import type { PassageStore } from '../../store/types.ts';
import { statusByWords } from '../by-words/judge-by-words.ts';
import { plainWords } from '../rules/plain-words.ts';
import { statusOf } from '../status.ts';
import { termShare } from '../term-share.ts';
import { fits, searchedIds } from './article-filter.ts';
import type { ArticlesOn } from './articles-on.ts';
import { byDate } from './by-date.ts';
import type { MetadataQuestion } from './metadata-question.ts';
import type { MetadataKind } from './rules/metadata-rules.ts';

/** Articles of another time that are named where there is none of the one that was asked for. */
const MAX_OTHERS = 3;
/** Before a name without being a part of it. */
const ARTICLES_BEFORE_NAME = /^(?:the|der|die|das|dem|den|el|la|los|las|le|les|l) /u;
/** A title in quotation marks is asked for by name, not by subject. */
const QUOTED = /["“”„«»]/u;
/** What a sentence says that tells who wrote something. */
const TELLS_WHO_WROTE =
  /\b(?:wrote|writ(?:es?|ers?|ing|ten)|author\w*|schrieb\w*|escrib\w*|[ée]cri\w*)\b/iu;

type Listed = Exclude<MetadataKind, 'dated'>;
type Search = (subject: string, ids: string[]) => Promise<Answer>;

/**
 * The articles that a question asks for by what is known of them. Undefined where it cannot be meant
 * so: nobody of that name wrote an article, or articles have no dates.
 *
 * @param search finds passages on a subject in some articles
 */
export async function listArticles(
  { asked, author, subject, period }: MetadataQuestion & { asked: Listed },
  question: string,
  options: AskOptions,
  store: PassageStore,
  articlesOn: ArticlesOn,
  search: Search,
): Promise<Answer | undefined> {
  if (asked === 'authors' && QUOTED.test(question)) return undefined;
  const ids = searchedIds(options, store);
  const all = ids?.flatMap((id) => store.card(id) ?? []) ?? store.articles();
  const names = author === undefined ? undefined : authorsCalled(author, all);
  if (names?.size === 0) return undefined;
  const isDated = all.some(({ date }) => date !== null);
  if (!isDated && (period || asked === 'newest' || asked === 'oldest')) return undefined;

  const theirs = names ? all.filter(({ authors }) => authors.some((one) => names.has(one))) : all;
  const onTime = period ? theirs.filter((one) => fits(one, period)) : theirs;
  const found =
    subject === undefined ? undefined : await onSubject(subject, onTime, store, articlesOn, search);
  if (asked === 'authors' && found && tellsWhoWrote(found.answer)) return undefined;
  const articles = ordered(found?.articles ?? byDate(onTime), asked);
  if (asked === 'authors' && articles.every(({ authors }) => authors.length === 0))
    return undefined;

  const others = period && articles.length === 0 && subject === undefined ? byDate(theirs) : [];
  const nearest = others.length > 0 ? others.slice(0, MAX_OTHERS) : (found?.answer.nearest ?? []);
  const listing: Listing = {
    asked,
    articles,
    ...(names && { author: [...names].join(', ') }),
    ...(subject !== undefined && { subject }),
    ...(period?.since && { since: period.since }),
    ...(period?.until && { until: period.until }),
  };
  return {
    question,
    status: 'listed',
    listing,
    quotes: [],
    confidence: found?.answer.confidence ?? 0,
    nearest: articles.length > 0 ? articles.slice(0, MAX_OTHERS) : nearest,
    milliseconds: found?.answer.milliseconds ?? 0,
    ...(options.filter && { filter: options.filter }),
  };
}

/** Names of which a said one is the whole or a part: "Ferrand" is Odile Ferrand. */
function authorsCalled(said: string, articles: readonly ArticleCard[]): Set<string> {
  const plain = (text: string) => plainWords(text).map((word) => word.plain);
  const wanted = plain(plain(said).join(' ').replace(ARTICLES_BEFORE_NAME, ''));
  const names = new Set(articles.flatMap(({ authors }) => authors));
  return new Set(
    [...names].filter((name) => {
      const parts = new Set(plain(name));
      return wanted.length > 0 && wanted.every((word) => parts.has(word));
    }),
  );
}

/**
 * Articles that are called so come first, then those in which a passage holds its words; where there
 * are none, those whose text comes to it in other words.
 */
async function onSubject(
  subject: string,
  among: readonly ArticleCard[],
  store: Pick<PassageStore, 'termWeights'>,
  articlesOn: ArticlesOn,
  search: Search,
): Promise<{ articles: ArticleCard[]; answer: Answer }> {
  const cards = new Map(among.map((one) => [one.id, one]));
  const answer = await search(subject, [...cards.keys()]);
  const named = (await articlesOn(subject)).filter(({ id }) => cards.has(id));
  const judge = answer.byWords ? statusByWords : statusOf;
  const quotes = answer.quotes.filter(({ score }) => judge(score) !== 'near');
  const terms = store.termWeights(subject);
  const holding = quotes.filter(({ text }) => termShare(terms, store.termWeights(text)) === 1);
  const some = named.length + holding.length > 0 ? holding : quotes;
  const ids = new Set([...named, ...some.map(({ article }) => article)].map(({ id }) => id));
  return { articles: [...ids].flatMap((id) => cards.get(id) ?? []), answer };
}

function tellsWhoWrote({ status, quotes: [quote] }: Answer): boolean {
  return status === 'answered' && quote !== undefined && TELLS_WHO_WROTE.test(quote.marked.text);
}

function ordered(articles: readonly ArticleCard[], asked: Listed): ArticleCard[] {
  if (asked === 'articles' || asked === 'authors') return [...articles];
  if (asked !== 'oldest') return byDate(articles);
  return byDate(articles.filter(({ date }) => date !== null)).reverse();
}
