import type { Answer } from '../../passage.ts';
import type { Words } from '../locales/words.ts';
import { escapeMarkdown } from '../text/escape.ts';

/** The line that tells what was searched for in place of what was typed; none where it was that. */
export function searchedForLine({ searchedFor }: Answer, words: Words): string[] {
  return searchedFor === undefined ? [] : [`-# ${words.searchedFor(escapeMarkdown(searchedFor))}`];
}
