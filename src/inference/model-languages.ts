import { lastPart } from './profiles.ts';

/** Trained on English alone, by the model cards; the last parts of their names. */
const ENGLISH_ONLY: ReadonlySet<string> = new Set([
  'bge-small-en-v1.5',
  'bge-base-en-v1.5',
  'e5-small-v2',
  'all-minilm-l6-v2',
  'gte-small',
  'ms-marco-minilm-l-12-v2',
]);

/**
 * Whether a model was trained on texts in a language. One that is not known here is believed to be.
 *
 * @param model a folder's name, its path, or a hub id
 * @param language ISO 639-1
 */
export function knowsLanguage(model: string, language: string): boolean {
  return language === 'en' || !ENGLISH_ONLY.has(lastPart(model));
}
