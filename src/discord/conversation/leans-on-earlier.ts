import { asksOfArticleAtHand } from '../../retrieval/citation-question.ts';
import { QUESTION_OPENERS } from './is-question.ts';

/** Words at the beginning that go on from what was said. */
const GOES_ON =
  /^[¿\s]*(?:and|but|or|so|what about|how about|und|aber|oder|was ist mit|wie ist es mit|y|e|pero|o|qué hay de|et|mais|ou|qu['’]en est-il)(?!\p{L})/iu;

/** Stand for people (or a group) named before. */
const PERSONS = new Set(
  (
    'he she they him them her his their ' +
    'er sie ihn ihm ihr ihnen seine seinen ihre ihren ' +
    'él ella ellos ellas su sus ' +
    'il elle ils elles lui leur leurs'
  ).split(' '),
);

/** Stand for a thing or a matter named before, but often for something in the question, too. */
const THINGS = new Set(
  (
    'it its this that these those ' +
    'dies diese dieser dieses dort damals dazu davon ' +
    'esto eso esta ese esa estos esos allí ' +
    'cela ça cette'
  ).split(' '),
);

/** Carry no subject of their own. */
const FUNCTION_WORDS = new Set(
  (
    'a an the of in on at to for from by with about as be been again too not no any some say said there then else exactly really ' +
    'much many long old more one ones ' +
    'der die das ein eine einen einem den dem des im am an auf zu von mit für bei über es sein genau noch mehr nicht viel viele lange ' +
    'el la los las un una de del en a por con para es son fue eran ha han lo más ' +
    'le les des du d l au aux à par pour avec sont était plus encore son sa ses ce ces'
  ).split(' '),
);

/** A question of at most so many words that opens with no question word is a fragment. */
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
