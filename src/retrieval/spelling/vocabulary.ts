import { Turns } from '../../runtime/event-loop.ts';
import type { PassageStore } from '../../store/types.ts';

/** How often the articles have a word. */
export interface WordUse {
  count: number;
  /** … of it with a capital where no sentence begins. */
  named: number;
}

/** The words that the articles have, in small letters without accents, by their length. */
export type Vocabulary = ReadonlyMap<number, ReadonlyMap<string, WordUse>>;

/** Shorter words have too many neighbours to be what was meant. */
export const MIN_WORD_LENGTH = 5;
/** A longer run of letters is hardly a word. */
const MAX_WORD_LENGTH = 30;

const WORD = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])\\p{L}[\\p{L}\\p{M}]{${MIN_WORD_LENGTH - 1},}(?!\\p{N})`,
  'gu',
);
const ASCII_ONLY = /^\p{ASCII}*$/u;
const ACCENTS = /[\u0300-\u036f]/g;

/** The words of all titles, headings and passages, read in turns. */
export async function readVocabulary(
  store: Pick<PassageStore, 'articlesWith'>,
): Promise<Vocabulary> {
  const turns = new Turns();
  const vocabulary = new Map<number, Map<string, WordUse>>();
  for await (const { article, passages } of store.articlesWith([])) {
    for (const text of [article.title, ...article.authors]) take(text, vocabulary);
    for (const { headings, sentences } of passages) {
      for (const heading of headings) take(heading, vocabulary);
      for (const { plain } of sentences) take(plain, vocabulary);
      if (turns.isOver) await turns.next();
    }
  }
  return vocabulary;
}

/** Small letters without accents, as the keyword search has them. */
export function folded(text: string): string {
  const plain = ASCII_ONLY.test(text) ? text : text.normalize('NFKD').replace(ACCENTS, '');
  return plain.toLowerCase();
}

function take(text: string, vocabulary: Map<number, Map<string, WordUse>>): void {
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const word = folded(written);
    if (word.length > MAX_WORD_LENGTH) continue;
    const words = vocabulary.get(word.length) ?? new Map<string, WordUse>();
    const use = words.get(word) ?? { count: 0, named: 0 };
    if (words.size === 0) vocabulary.set(word.length, words);
    if (use.count === 0) words.set(word, use);
    use.count++;
    if (index > 0 && isCapital(written)) use.named++;
  }
}

export function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
