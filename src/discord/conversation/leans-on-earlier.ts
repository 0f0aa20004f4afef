import { asksOfArticleAtHand } from '../../retrieval/citation-question.ts';
import { QUESTION_OPENERS, QUESTION_RULES } from './languages/index.ts';

/** Words at the beginning that go on from what was said. */
const GOES_ON = new RegExp(
  `^[¿\\s]*(?:${QUESTION_RULES.map(({ goesOn }) => goesOn).join('|')})(?!\\p{L})`,
  'iu',
);
const wordsOf = (kind: 'persons' | 'things' | 'functionWords') =>
  new Set(QUESTION_RULES.flatMap((rules) => rules[kind].split(' ')));
const PERSONS = wordsOf('persons');
const THINGS = wordsOf('things');
const FUNCTION_WORDS = wordsOf('functionWords');

/** Words of a fragment: a question that opens with no question word and is no longer than this. */
const FRAGMENT_WORDS = 3;
/** With more words of its own a question explains its own "it" and "that". */
const FEW_OWN_WORDS = 2;

/**
 * Whether a question needs the one before it to be understood: "and in 2024?", "who is she?". A
 * question that names its subject stands alone and must not be dragged along. Asked for "the author"
 * without more, the one of the article quoted before is meant.
 */
export function leansOnEarlier(question: string): boolean {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  const lower = words.map((word) => word.toLowerCase());
  if (GOES_ON.test(question) || asksOfArticleAtHand(question)) return true;
  if (words.length <= FRAGMENT_WORDS && !QUESTION_OPENERS.has(lower[0] ?? '')) return true;
  const own = lower.map(
    (word) =>
      /\p{L}/u.test(word) &&
      !QUESTION_OPENERS.has(word) &&
      !FUNCTION_WORDS.has(word) &&
      !PERSONS.has(word) &&
      !THINGS.has(word),
  );
  const ownWords = own.filter(Boolean).length;
  if (ownWords === 0) return true;
  const person = lower.findIndex((word) => PERSONS.has(word));
  if (person >= 0 && (ownWords === 1 || !own.slice(0, person).some(Boolean))) return true;
  return ownWords <= FEW_OWN_WORDS && lower.some((word) => THINGS.has(word)) && !hasName(words);
}

/** A capital letter after the first word is taken for a name: right in English, generous in German. */
function hasName(words: readonly string[]): boolean {
  return words.some((word, i) => i > 0 && /^\p{Lu}/u.test(word));
}
