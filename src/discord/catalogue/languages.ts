import { languageCode } from '../../store/languages.ts';
import type { Generation } from './generation.ts';

/** The languages (ISO 639-1) of a library's articles; most frequent first. */
export function languagesOf(library: Generation): string[] {
  const counts = new Map<string, number>();
  for (const { language } of library.articles()) {
    if (language === null) continue;
    const code = languageCode(language);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}
