import type { PlainWord } from './plain-words.ts';

/** The words of a text as rules read them. */
export interface SaidWords {
  text: string;
  words: readonly PlainWord[];
  /** What the rules read, one word for each of `words`, one space between them. */
  said: string;
}

/** The words of the text that a part of what was said stands for, as they were written. */
export function writtenBetween({ text, words, said }: SaidWords, from: number, to: number): string {
  const first = said.slice(0, from).split(' ').length - 1;
  const last = said.slice(0, to).split(' ').length - 1;
  return text.slice(words[first]?.start, words[last]?.end);
}
