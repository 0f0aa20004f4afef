import { DEFAULT_LANGUAGE, languageCode } from '../../store/languages.ts';
import type { Hit, PassageStore } from '../../store/types.ts';

/** Hits whose articles' languages are looked at. */
const LOOKED_AT = 10;

/**
 * The language (ISO 639-1) in which a question is to be answered: that of the articles that its
 * words lead to. Where these are in several languages, some of which a model does not know, the
 * question's own one decides if it can be told, else the best hit's.
 *
 * @param hits of the keyword search, best first
 * @param isKnown whether the models know a language
 */
export async function languageOfSearch(
  question: string,
  hits: readonly Hit[],
  isKnown: (language: string) => boolean,
  store: Pick<PassageStore, 'card'>,
): Promise<string> {
  const languages = hits
    .slice(0, LOOKED_AT)
    .map(({ passage }) => store.card(passage.articleId)?.language ?? DEFAULT_LANGUAGE)
    .map(languageCode);
  const [first = DEFAULT_LANGUAGE] = languages;
  if (languages.every(isKnown) || !languages.some(isKnown)) return first;
  // What tells languages takes a while to load, and few need it.
  const { languageOf } = await import('../../corpus/language.ts');
  const asked = languageOf(question);
  return asked !== undefined && languages.includes(asked) ? asked : first;
}
