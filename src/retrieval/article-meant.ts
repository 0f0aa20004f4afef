import type { ArticleCard, AskOptions } from '../passage.ts';
import { termsOf } from '../store/terms.ts';
import type { PassageStore } from '../store/types.ts';
import { type CitationQuestion, isPlainNoun } from './citation-question.ts';
import { searchedIds } from './metadata/article-filter.ts';
import { termShare } from './term-share.ts';

/**
 * From this share of its terms (by idf) on, a name fits: all of a few words must, of many a common
 * one may be wrong. Chosen with care for other questions, not by measuring.
 */
const NAMED_FROM = 0.85;

/** The article that a question about authors or dates means. */
export interface ArticleMeant {
  card: ArticleCard;
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
export async function articleMeant(
  question: CitationQuestion,
  options: AskOptions,
  store: PassageStore,
): Promise<ArticleMeant | undefined> {
  const searched = searchedIds(options, store)?.flatMap((id) => store.card(id) ?? []);
  const among = searched ?? store.articles();
  if (question.name === '') return atHand(question, among, options, store);
  return (await byTitle(question, among, store)) ?? byNames(question, among, store);
}

async function atHand(
  { isNear, noun }: CitationQuestion,
  among: readonly ArticleCard[],
  { articleIds, filter, earlier }: AskOptions,
  store: PassageStore,
): Promise<ArticleMeant | undefined> {
  const quoted = among.find(({ id }) => id === earlier?.articleIds[0]);
  // The only article that a filter leaves is not one that was asked in.
  const card = quoted ?? (articleIds || !filter ? only(among) : undefined);
  if (!card) return undefined;
  const called = noun === undefined || (await isCalled(card, noun, store));
  if (!called && !isNear) return undefined;
  const certain = noun === undefined ? isNear : called;
  return { card, named: 1, atHand: true, certain };
}

/**
 * A title given in full needs no noun. The name of a book is in the text of an article about the
 * book; a headline that its own text never repeats can only be the article.
 */
async function byTitle(
  { subject }: CitationQuestion,
  among: readonly ArticleCard[],
  store: PassageStore,
): Promise<ArticleMeant | undefined> {
  const named = ({ title }: ArticleCard) =>
    Math.min(share(subject, title, store), share(title, subject, store));
  const card = only(among.filter((one) => named(one) >= NAMED_FROM));
  if (!card) return undefined;
  const headline = ` ${termsOf(card.title).join(' ')} `;
  const repeated = (await store.read([card.id]))
    .passagesOf(card.id)
    .some(({ plain }) => ` ${termsOf(plain).join(' ')} `.includes(headline));
  return { card, named: named(card), atHand: false, certain: !repeated };
}

async function byNames(
  { name, noun }: CitationQuestion,
  among: readonly ArticleCard[],
  store: PassageStore,
): Promise<ArticleMeant | undefined> {
  if (noun === undefined) return undefined;
  const headings = await store.headings();
  const shares = among.map((card) => ({
    card,
    named: share(name, namesOf(card, headings.get(card.id) ?? []), store),
  }));
  const most = Math.max(NAMED_FROM, ...shares.map((one) => one.named));
  const best = shares.filter((one) => one.named >= most);
  const meant = only(best) ?? only(best.filter(({ card }) => fileHolds(card, noun)));
  return meant && { ...meant, atHand: false, certain: isPlainNoun(noun) };
}

/** Everything by which an article may be named. */
function namesOf({ id, title, authors, tags }: ArticleCard, headings: readonly string[]): string {
  return [id, title, ...authors, ...tags, ...headings].join(' ');
}

/** "The report" may be one that the text speaks of, unless the article's own file is called so. */
async function isCalled(card: ArticleCard, noun: string, store: PassageStore): Promise<boolean> {
  if (isPlainNoun(noun) || fileHolds(card, noun)) return true;
  const [term = ''] = termsOf(noun);
  const shelf = await store.read([card.id]);
  return !shelf.passagesOf(card.id).some(({ plain }) => termsOf(plain).includes(term));
}

function fileHolds({ id }: ArticleCard, noun: string): boolean {
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
