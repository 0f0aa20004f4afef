import { languageOf } from '../conversation/language.ts';
import type { Generation } from './generation.ts';

/** The beginning of a text tells its language. */
const READ_CHARACTERS = 1_000;

/** Two ways to write one language, of which only one is told from texts. */
const SAME: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The languages (ISO 639-1) of a library's articles, as they say or as they read; most frequent first. */
export function languagesOf(library: Generation): string[] {
  const counts = new Map<string, number>();
  for (const { id, language } of library.articles()) {
    const said = language?.split('-')[0]?.toLowerCase();
    const read = () => languageOf(beginning(library, id));
    const found = said ? (SAME[said] ?? said) : read();
    if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}

function beginning(library: Generation, articleId: string): string {
  let text = '';
  for (const { plain } of library.passagesOf(articleId)) {
    text += `${plain}\n`;
    if (text.length >= READ_CHARACTERS) break;
  }
  return text.slice(0, READ_CHARACTERS);
}
