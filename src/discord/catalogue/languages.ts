import { languagesByFrequency } from '../../store/languages.ts';
import type { Generation } from './generation.ts';

/** The languages (ISO 639-1) of a library's articles; most frequent first. */
export function languagesOf(library: Generation): string[] {
  return languagesByFrequency(library.articles().flatMap(({ language }) => language ?? []));
}
