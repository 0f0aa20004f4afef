import { Turns } from '../runtime/event-loop.ts';
import {
  DEFAULT_LANGUAGE,
  languageCode,
  normalized,
  type WordRules,
  wordRules,
} from './languages.ts';

/** A number with its marks, or letters with inner apostrophes and hyphens. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_WORDS = new Intl.Segmenter('und', { granularity: 'word' });
/** Each segment holds a copy of the whole text in V8, so a long one is cut, in characters. */
const MAX_SEGMENTED_LENGTH = 500;

/**
 * The terms of a text in its order: words without case, accents and the language's endings,
 * without its stop words. `1,000` is `1000`; `e-mail` is `e`, `mail` and `email`; Chinese, Japanese
 * and Thai, which have no spaces, are cut into words by ICU's dictionaries.
 *
 * @param language of the text, BCP 47; of one that is not known words are taken as they are
 */
export function termsOf(text: string, language = DEFAULT_LANGUAGE): string[] {
  const code = languageCode(language);
  const terms: string[] = [];
  for (const [word] of normalized(text).matchAll(WORD)) {
    for (const term of termsOfWord(word, code)) terms.push(term);
  }
  return terms;
}

/**
 * The terms of a query to texts in several languages: of each word those that the languages make
 * of it and some text has, or, where none has any, those of the first.
 *
 * @param languages codes of the texts' languages, each once, the most frequent first
 */
export function queryTerms(
  query: string,
  languages: readonly string[],
  isHeld: (term: string) => boolean,
): string[] {
  const [first = DEFAULT_LANGUAGE] = languages;
  if (languages.length <= 1) return termsOf(query, first);
  const terms: string[] = [];
  for (const [word] of normalized(query).matchAll(WORD)) {
    const held = languages.flatMap((code) => termsOfWord(word, code)).filter(isHeld);
    terms.push(...(held.length > 0 ? new Set(held) : termsOfWord(word, first)));
  }
  return terms;
}

/** {@link termsOf} for a text of any length, in turns. */
export async function termsOfLong(text: string, language = DEFAULT_LANGUAGE): Promise<string[]> {
  if (text.length <= PIECE) return termsOf(text, language);
  const turns = new Turns();
  const terms: string[] = [];
  for (let start = 0; start < text.length; ) {
    const length = text.slice(start + PIECE).search(/\s/u);
    const end = length < 0 ? text.length : start + PIECE + length;
    for (const term of termsOf(text.slice(start, end), language)) terms.push(term);
    start = end;
    if (turns.isOver) await turns.next();
  }
  return terms;
}

/** A longer text is taken in pieces that end before a white space, in characters. */
const PIECE = 10_000;
/**
 * The longest words, in characters, that are taken for words of a language: the stemmers' time
 * grows with the square of the length.
 */
const MAX_WORD_LENGTH = 64;
/** Of a longer one (a hash, a line of data) the beginning is its term. */
const MAX_TERM_LENGTH = 255;

/** As many words are remembered: the vocabulary of some tens of thousands of passages. */
const MAX_WORDS_KEPT = 200_000;
const known = new Map<string, readonly string[]>();

function termsOfWord(word: string, language: string): readonly string[] {
  const rules = wordRules(language);
  if (word.length > MAX_WORD_LENGTH) return analysed(word, rules);
  const key = `${language} ${word}`;
  let terms = known.get(key);
  if (terms === undefined) {
    terms = analysed(word, rules);
    if (known.size === MAX_WORDS_KEPT) known.clear();
    known.set(key, terms);
  }
  return terms;
}

function analysed(word: string, rules: WordRules): readonly string[] {
  return UNSPACED.test(word)
    ? unspacedWords(word).filter((part) => !rules.stopWords.has(part))
    : stemsOf(word, rules);
}

function stemsOf(word: string, { hasElision, stopWords, stem }: WordRules): string[] {
  const words = hasElision ? word.split(/['’]/) : [word];
  return words
    .flatMap((each) => (each.includes('-') ? [...each.split('-'), each.replaceAll('-', '')] : each))
    .map((each) => each.replace(/['’]s?$|['’]/g, '').replaceAll(',', ''))
    .filter((each) => each !== '' && !stopWords.has(each))
    .map((each) => (each.length <= MAX_WORD_LENGTH ? stem(each) : each))
    .map((each) =>
      each.length > MAX_TERM_LENGTH ? each.slice(0, MAX_TERM_LENGTH).toWellFormed() : each,
    );
}

function unspacedWords(text: string): string[] {
  const words: string[] = [];
  for (let start = 0; start < text.length; start += MAX_SEGMENTED_LENGTH) {
    const piece = text.slice(start, start + MAX_SEGMENTED_LENGTH).toWellFormed();
    for (const { segment, isWordLike } of UNSPACED_WORDS.segment(piece)) {
      if (isWordLike) words.push(segment);
    }
  }
  return words;
}
