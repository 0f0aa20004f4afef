import { createRequire } from 'node:module';
import stem from 'wink-porter2-stemmer';

// Only the English list: the package's own entry parses those of sixty languages on every start.
const { eng }: { eng: string[] } = createRequire(import.meta.url)('stopword');
const STOP_WORDS = new Set(eng);

const WORD = /\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const NOT_ASCII = /[^\0-\x7f]/;

/** The terms of a text in order: folded, stemmed words that are no stop words. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [word] of fold(text).matchAll(WORD)) addTerms(word, terms);
  return terms;
}

function fold(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

function addTerms(word: string, terms: string[]): void {
  if (STOP_WORDS.has(word)) return;
  if (CJK.test(word)) {
    const signs = Array.from(word);
    if (signs.length === 1) terms.push(word);
    for (let i = 1; i < signs.length; i++) terms.push(`${signs[i - 1]}${signs[i]}`);
    return;
  }
  terms.push(stemOf(word.replace(/['’]s?$|['’]/g, '').replaceAll(',', '')));
}

const stems = new Map<string, string>();
/** So many stems are kept: the vocabulary of some tens of thousands of passages. */
const STEMS_KEPT = 200_000;

function stemOf(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = stem(word);
    if (stems.size >= STEMS_KEPT) stems.clear();
    stems.set(word, known);
  }
  return known;
}
