import { misfitOf } from '../retrieval/model-fit.ts';
import { count } from './count.ts';

const MULTILINGUAL = 'Xenova/multilingual-e5-small';

const names = new Intl.ListFormat('en');
const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/**
 * One line for the person who runs the program where corpus and embedding model do not fit;
 * undefined where they do. See {@link misfitOf} for the parameters.
 */
export function misfitLine(
  languages: readonly (string | null)[],
  model: string,
): string | undefined {
  const misfit = misfitOf(languages, model);
  if (!misfit) return undefined;
  const named = names.format(misfit.languages.map((code) => languageNames.of(code) ?? code));
  const all = count(languages.length, 'article');
  const verb = misfit.articles === 1 ? 'is' : 'are';
  return `${misfit.articles} of ${all} ${verb} in ${named}, which the embedding model ${model} does not know: what they say is found by its words alone. One that knows them is EMBEDDING_MODEL=${MULTILINGUAL}.`;
}
