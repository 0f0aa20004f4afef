import type { Article, Passage } from '../../passage.ts';
import type { Shelf } from '../../store/types.ts';
import { type PassageReference, referenceToText } from '../buttons/references.ts';
import type { Library } from './library.ts';

/** A passage with its article, and a shelf that holds it. */
export interface FoundPassage {
  article: Article;
  passage: Passage;
  shelf: Shelf;
}

/** The passage with the same text; where the article has it more than once, the nearest one. */
export async function findPassage(
  library: Library,
  reference: PassageReference,
): Promise<FoundPassage | undefined> {
  return (await findPassages(library, [reference]))[0];
}

/** One for each reference, all from one shelf; undefined where it is gone. */
export async function findPassages(
  library: Library,
  references: readonly PassageReference[],
): Promise<(FoundPassage | undefined)[]> {
  const ids = references.map(({ article }) => library.catalogue.find(article)?.id ?? '');
  const shelf = await library.read(ids);
  return references.map((reference, index) => {
    const id = ids[index] as string;
    const article = shelf.article(id);
    const away = (passage: Passage) => Math.abs(passage.paragraph - reference.paragraph);
    const [passage] = shelf
      .passagesOf(id)
      .filter((one) => referenceToText(one.text) === reference.text)
      .sort((a, b) => away(a) - away(b));
    return article && passage && { article, passage, shelf };
  });
}
