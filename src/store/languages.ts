import { createRequire } from 'node:module';
import porter2 from 'wink-porter2-stemmer';
import { STOP_WORDS } from './stop-words.ts';

/** How the words of a language become terms. */
export interface WordRules {
  /** Words that say nothing of what a text is about, also as they are written without marks. */
  stopWords: ReadonlySet<string>;
  /** Takes a normalized word; gives a term without marks. */
  stem: (word: string) => string;
  /** Whether an apostrophe ends a word of its own: `l'inondation`, `dell'acqua`. */
  hasElision: boolean;
}

/** The names under which `@orama/stemmers` and `@orama/stopwords` know a language (ISO 639-1). */
const STEMMED: Readonly<Record<string, string>> = {
  ar: 'arabic',
  bg: 'bulgarian',
  da: 'danish',
  de: 'german',
  el: 'greek',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
};

/** Languages without endings, of which only stop words are known. */
const UNSTEMMED: Readonly<Record<string, string>> = { ja: 'japanese', zh: 'mandarin' };

/** Of texts whose language is not known. */
export const DEFAULT_LANGUAGE = 'en';

/** Other codes for the languages above. */
const SAME: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The stemmer's language; it also takes a 3 for a mark of its own and makes it a y. */
const ENGLISH_WORD = /^[a-z]+$/;
const WITH_ELISION: ReadonlySet<string> = new Set(['fr', 'it']);

const ENGLISH: WordRules = {
  hasElision: false,
  stopWords: STOP_WORDS,
  stem: (word) => {
    const plain = withoutMarks(word);
    return ENGLISH_WORD.test(plain) ? porter2(plain) : plain;
  },
};
/** A language that no stemmer is known for: its words are taken as they are. */
const PLAIN: WordRules = { hasElision: false, stopWords: new Set(), stem: withoutMarks };

const require = createRequire(import.meta.url);
const loaded = new Map<string, WordRules>([['en', ENGLISH]]);

/**
 * The rules of a language. Their packages are loaded at the first use: a corpus in English needs
 * none of them.
 *
 * @param language BCP 47, of which only the first part counts: `de`, `pt-BR`
 */
export function wordRules(language: string): WordRules {
  const code = languageCode(language);
  let rules = loaded.get(code);
  if (!rules) {
    rules = load(code);
    loaded.set(code, rules);
  }
  return rules;
}

/** The codes of languages, each once, the most frequent first. */
export function languagesByFrequency(languages: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const language of languages) {
    const code = languageCode(language);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}

/** ISO 639-1, in one of the ways to write it. */
export function languageCode(language: string): string {
  const code = language.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return SAME[code] ?? code;
}

function load(code: string): WordRules {
  const stemmed = STEMMED[code];
  const name = stemmed ?? UNSTEMMED[code];
  if (!name) return PLAIN;
  const { stopwords } = require(`@orama/stopwords/${name}`) as { stopwords: readonly string[] };
  const listed = stopwords.filter((word) => word !== '').map(normalized);
  const stopWords = new Set([...listed, ...listed.map(withoutMarks)]);
  if (!stemmed) return { ...PLAIN, stopWords };
  const { stemmer } = require(`@orama/stemmers/${name}`) as { stemmer: (word: string) => string };
  return {
    hasElision: WITH_ELISION.has(code),
    stopWords,
    // Endings are known with their marks: inundación is stemmed, inundacion is not.
    stem: (word) => withoutMarks(HAS_DIGIT.test(word) ? word : stemmer(word)),
  };
}

const HAS_DIGIT = /\p{N}/u;
const ASCII_ONLY = /^\p{ASCII}*$/u;
/** Signs that are one letter, and that NFKC takes apart: the Thai and the Lao AM. */
const TAKEN_APART: ReadonlyMap<string, string> = new Map([
  ['\u0e4d\u0e32', '\u0e33'],
  ['\u0ecd\u0eb2', '\u0eb3'],
]);
const AM = /\u0e4d\u0e32|\u0ecd\u0eb2/g;
/** The marks over Latin and Greek letters, the dots of the Cyrillic yo, and Arabic short vowels. */
const MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)[\u0300-\u036f]|(?<=е)\u0308|[\u064b-\u0652\u0670\u0640]/gu;

/** A text in small letters, composed and without compatibility forms. */
export function normalized(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  const composed = text.normalize('NFKC').toLowerCase();
  return composed.replace(AM, (sign) => TAKEN_APART.get(sign) ?? sign);
}

/**
 * A normalized word without the marks that people leave out when they type. Marks that make
 * another letter stay: й is not и.
 */
export function withoutMarks(word: string): string {
  if (ASCII_ONLY.test(word)) return word;
  return word.normalize('NFD').replace(MARKS, '').normalize('NFC');
}
