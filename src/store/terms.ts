import stem from 'wink-porter2-stemmer';
import { Turns } from '../runtime/event-loop.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A number with its marks, or letters with inner apostrophes and hyphens. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const CHINESE_OR_JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ASCII_ONLY = /^\p{ASCII}*$/u;
/** The stemmer's language; it also takes a 3 for a mark of its own and makes it a y. */
const ENGLISH = /^[a-z]+$/;
const ACCENTS = /[\u0300-\u036f]/g;

/**
 * The terms of a text in its order: words without case, accents and English endings, without stop
 * words. `1,000` is `1000`; `e-mail` is `e`, `mail` and `email`; Chinese and Japanese, which have
 * no spaces, give pairs of signs.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [word] of fold(text).matchAll(WORD)) {
    for (const term of termsOfWord(word)) terms.push(term);
  }
  return terms;
}

/** The same for a text of any length, in turns. */
export async function termsOfLong(text: string): Promise<string[]> {
  if (text.length <= PIECE) return termsOf(text);
  const turns = new Turns();
  const terms: string[] = [];
  for (let start = 0; start < text.length; ) {
    const length = text.slice(start + PIECE).search(/\s/u);
    const end = length < 0 ? text.length : start + PIECE + length;
    for (const term of termsOf(text.slice(start, end))) terms.push(term);
    start = end;
    if (turns.isOver) await turns.next();
  }
  return terms;
}

function fold(text: string): string {
  const folded = ASCII_ONLY.test(text) ? text : text.normalize('NFKD').replace(ACCENTS, '');
  return folded.toLowerCase();
}

/** A longer text is taken in pieces that end before a white space, in characters. */
const PIECE = 10_000;
/**
 * The longest words, in characters, that are taken for words of a language: the stemmer's time
 * grows with the square of the length.
 */
const MAX_WORD_LENGTH = 64;
/** So many characters of a longer one (a hash, a line of data) are its term. */
const MAX_TERM_LENGTH = 255;

/** So many words are remembered: the vocabulary of some tens of thousands of passages. */
const WORDS_KEPT = 200_000;
const known = new Map<string, readonly string[]>();

function termsOfWord(word: string): readonly string[] {
  if (word.length > MAX_WORD_LENGTH) return analysed(word);
  let terms = known.get(word);
  if (terms === undefined) {
    terms = analysed(word);
    if (known.size === WORDS_KEPT) known.clear();
    known.set(word, terms);
  }
  return terms;
}

function analysed(word: string): readonly string[] {
  return CHINESE_OR_JAPANESE.test(word) ? pairsOf(Array.from(word)) : stemsOf(word.split('-'));
}

function stemsOf(parts: string[]): string[] {
  const words = parts.length > 1 ? [...parts, parts.join('')] : parts;
  return words
    .map((word) => word.replace(/['’]s?$|['’]/g, '').replaceAll(',', ''))
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
    .map((word) => (ENGLISH.test(word) && word.length <= MAX_WORD_LENGTH ? stem(word) : word))
    .map((word) =>
      word.length > MAX_TERM_LENGTH ? word.slice(0, MAX_TERM_LENGTH).toWellFormed() : word,
    );
}

function pairsOf(signs: string[]): string[] {
  return signs.length === 1 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
}
