import type { Answer, ArticleCard, AskedOfCitation, AskOptions } from '../passage.ts';
import { termsOf } from '../store/terms.ts';
import type { PassageStore } from '../store/types.ts';
import { articleMeant } from './article-meant.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { type CitationQuestion, citationQuestion } from './citation-question.ts';
import { CITATION_RULES } from './languages/index.ts';
import { MAX_NEAREST } from './tuning.ts';

type Asked = AskedOfCitation['asked'];

/** What a passage says that tells of writing, publishing or naming, in any of the languages. */
const saying = (what: 'authors' | 'date' | 'title') => {
  const patterns = CITATION_RULES.map(({ speaksOf }) => speaksOf[what]);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
};
const AUTHORS = saying('authors');
const SPEAKS_OF: Readonly<Record<Asked, RegExp>> = {
  authors: AUTHORS,
  'authors and date': AUTHORS,
  title: saying('title'),
  date: saying('date'),
};

/**
 * The answer to a question for an article's author, date or title: its opening, cited, since the
 * citation is what answers; no quote where the article does not tell. Any other question keeps the
 * answer that was found in the text, and so does one that may be about something in the text.
 *
 * @param found what was found in the text
 * @throws QuoteMismatchError when a stored passage is not its article's own text.
 */
export async function answerFromCitation(
  found: Answer,
  options: AskOptions,
  store: PassageStore,
): Promise<Answer> {
  const question = citationQuestion(found.question);
  const meant = question && (await articleMeant(question, options, store));
  if (!meant) return found;
  const { asked } = question;
  const { card, atHand, certain, named } = meant;
  const known = isKnown(card, asked);
  const isSure = known ? found.status === 'answered' : found.status !== 'missed';
  const isAnswered = atHand
    ? isSure && speaksOf(asked, card, found)
    : isSure || (found.status === 'likely' && tells(question, found));
  if (!certain && isAnswered) return found;

  const base = { ...found, status: 'cited', citation: { asked, article: card } } as const;
  if (!known) return { ...base, quotes: [], nearest: [card] };
  const shelf = await store.read([card.id]);
  const opening = shelf.passagesOf(card.id).map((passage) => {
    const weights = passage.sentences.map((_, place) => (place === 0 ? 1 : 0));
    return { ranked: { passage }, probability: named, weights };
  });
  const [quote] = chooseQuotes(opening, 1, 0, shelf);
  if (!quote) return found;
  const nearest = [card, ...found.nearest.filter(({ id }) => id !== card.id)];
  return { ...base, quotes: [quote], nearest: nearest.slice(0, MAX_NEAREST) };
}

/**
 * What is at hand is asked for together with the question before, which the first quote may well
 * answer once more: only one of the article itself that speaks of writing can be meant now.
 */
function speaksOf(asked: Asked, { id }: ArticleCard, { quotes: [quote] }: Answer): boolean {
  return quote?.article.id === id && SPEAKS_OF[asked].test(quote.text);
}

/**
 * An answer that is only likely stands where its sentence tells of what is asked for: that a report
 * came out, where a report is asked for, and not an interview.
 */
function tells({ asked, noun }: CitationQuestion, { quotes: [quote] }: Answer): boolean {
  if (quote === undefined || !SPEAKS_OF[asked].test(quote.marked.text)) return false;
  const said = new Set(termsOf(quote.marked.text));
  return noun === undefined || termsOf(noun).every((term) => said.has(term));
}

function isKnown({ authors, date }: ArticleCard, asked: Asked): boolean {
  return (
    asked === 'title' ||
    (asked !== 'date' && authors.length > 0) ||
    (asked !== 'authors' && date !== null)
  );
}
