import { readFile } from 'node:fs/promises';
import wordListPath from 'word-list';

/** Whether a word in small letters is an English one. */
export type IsEnglish = (word: string) => boolean;

/**
 * 274,000 English words with their inflections (the npm package `word-list`, MIT). They are kept
 * as one string: a set of them would take ten times the memory, and few words are looked up.
 */
export async function readEnglishWords(): Promise<IsEnglish> {
  const list = `\n${await readFile(wordListPath, 'latin1')}\n`;
  return (word) => list.includes(`\n${word}\n`);
}
