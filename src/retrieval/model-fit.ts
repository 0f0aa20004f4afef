import { knowsLanguage } from '../inference/model-languages.ts';
import { languageCode, languagesByFrequency } from '../store/languages.ts';

/** Fewer articles in other languages are no reason for another model. */
const MIN_SHARE = 0.2;

/** Articles in languages that the embedding model does not know. */
export interface Misfit {
  articles: number;
  /** Of all articles. */
  share: number;
  /** Their languages (ISO 639-1), the most frequent first. */
  languages: string[];
}

/**
 * Tells where corpus and embedding model do not fit; undefined where they do, or where only a few
 * articles are in another language.
 *
 * @param languages of each article, as BCP 47 tags; null where it is not known
 * @param model a folder's name, its path, or a hub id
 */
export function misfitOf(languages: readonly (string | null)[], model: string): Misfit | undefined {
  const unknown = languages.flatMap((language) =>
    language === null || knowsLanguage(model, languageCode(language)) ? [] : [language],
  );
  const share = unknown.length / languages.length;
  if (unknown.length === 0 || share < MIN_SHARE) return undefined;
  return { articles: unknown.length, share, languages: languagesByFrequency(unknown) };
}
