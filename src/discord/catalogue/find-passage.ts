import type { Passage } from '../../passage.ts';
import { type PassageReference, referenceToText } from '../buttons/references.ts';
import type { Library } from './library.ts';

/** The passage with the same text; where the article has it more than once, the nearest one. */
export function findPassage(library: Library, reference: PassageReference): Passage | undefined {
  const article = library.catalogue.find(reference.article);
  if (!article) return undefined;
  const away = (passage: Passage) => Math.abs(passage.paragraph - reference.paragraph);
  return library
    .passagesOf(article.id)
    .filter((passage) => referenceToText(passage.text) === reference.text)
    .sort((a, b) => away(a) - away(b))[0];
}
