import type { Article, AskOptions } from '../passage.ts';
import { termsOf } from '../store/terms.ts';
import type { PassageStore } from '../store/types.ts';
import { type CitationQuestion, isPlainNoun } from './citation-question.ts';
import { termShare } from './term-share.ts';

/**
 * From this share of its terms (by idf) on, a name fits: all of a few words must, of many a common
 * one may be wrong. Chosen with care for other questions, not by measuring.
 */
const NAMED_FROM = 0.85;

/** The article that a question about authors or dates means. */
export interface ArticleMeant {
  article: Article;
  /** The share of the question's words, by idf, that name it; 1 where it is simply at hand. */
  named: number;
  /** It is the article that was quoted or asked in, not one that the question names. */
  atHand: boolean;
  /** Nothing that its text speaks of can be meant instead. */
  certain: boolean;
}

/**
 * Which one article is meant: the one whose title is given, one that is called an article and named
 * by its title, headings, tags, authors or file, or the one at hand. Undefined where several are as
 * good, or none is.
 */
export function articleMeant(
  question: CitationQuestion,
  options: AskOptions,
  store: PassageStore,
): ArticleMeant | undefined {
  const among = options.articleIds?.flatMap((id) => store.article(id) ?? []) ?? store.articles();
  if (question.name === '') return atHand(question, among, options, store);
  return byTitle(question, among, store) ?? byNames(question, among, store);
}

function atHand(
  { isNear, noun }: CitationQuestion,
  among: readonly Article[],
  { earlier }: AskOptions,
  store: PassageStore,
): ArticleMeant | undefined {
  const quoted = among.find(({ id }) => id === earlier?.articleIds[0]);
  const article = quoted ?? only(among);
  if (!article) return undefined;
  const called = noun === undefined || isCalled(article, noun, store);
  if (!called && !isNear) return undefined;
  const certain = noun === undefined ? isNear : called;
  return { article, named: 1, atHand: true, certain };
}

/**
 * A title given in full needs no noun. The name of a book is in the text of an article about the
 * book; a headline that its own text never repeats can only be the article.
 */
function byTitle(
  { subject }: CitationQuestion,
  among: readonly Article[],
  store: PassageStore,
): ArticleMeant | undefined {
  const named = ({ title }: Article) =>
    Math.min(share(subject, title, store), share(title, subject, store));
  const article = only(among.filter((one) => named(one) >= NAMED_FROM));
  if (!article) return undefined;
  const headline = ` ${termsOf(article.title).join(' ')} `;
  const repeated = store
    .passagesOf(article.id)
    .some(({ plain }) => ` ${termsOf(plain).join(' ')} `.includes(headline));
  return { article, named: named(article), atHand: false, certain: !repeated };
}

function byNames(
  { name, noun }: CitationQuestion,
  among: readonly Article[],
  store: PassageStore,
): ArticleMeant | undefined {
  if (noun === undefined) return undefined;
  const shares = among.map((article) => ({
    article,
    named: share(name, namesOf(article, store), store),
  }));
  const most = Math.max(NAMED_FROM, ...shares.map((one) => one.named));
  const best = shares.filter((one) => one.named >= most);
  const meant = only(best) ?? only(best.filter(({ article }) => fileHolds(article, noun)));
  return meant && { ...meant, atHand: false, certain: isPlainNoun(noun) };
}

/** Everything by which an article may be named. */
function namesOf({ id, title, authors, tags }: Article, store: PassageStore): string {
  const headings = store.passagesOf(id).flatMap((passage) => passage.headings);
  return [id, title, ...authors, ...tags, ...new Set(headings)].join(' ');
}

/** "The report" may be one that the text speaks of, unless the article's own file is called so. */
function isCalled(article: Article, noun: string, store: PassageStore): boolean {
  if (isPlainNoun(noun) || fileHolds(article, noun)) return true;
  const [term = ''] = termsOf(noun);
  return !store.passagesOf(article.id).some(({ plain }) => termsOf(plain).includes(term));
}

function fileHolds({ id }: Article, noun: string): boolean {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return termsOf(noun).every((term) => termsOf(name).includes(term));
}

/** How much of a text's terms, by idf, is among those of another one, in 0..1. */
function share(text: string, other: string, store: PassageStore): number {
  return termShare(store.termWeights(text), store.termWeights(other));
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
