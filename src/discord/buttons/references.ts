import { createHash } from 'node:crypto';
import type { Article, Passage } from '../../passage.ts';
import type { Library } from '../library.ts';

/** Characters of base64url (6 bits each): articles are told apart in a library, texts in an article. */
const ARTICLE_CHARACTERS = 8;
const TEXT_CHARACTERS = 6;

/** Names a passage in a few characters, so that it is found again in a later index. */
export interface PassageReference {
  article: string;
  paragraph: number;
  text: string;
}

/** … and one of its sentences, counted from 0. */
export interface SentenceReference extends PassageReference {
  sentence: number;
}

export function referenceToArticle(articleId: string): string {
  return digest(articleId, ARTICLE_CHARACTERS);
}

export function referenceToText(text: string): string {
  return digest(text, TEXT_CHARACTERS);
}

export function referenceToPassage(
  passage: Pick<Passage, 'articleId' | 'paragraph' | 'text'>,
): PassageReference {
  return {
    article: referenceToArticle(passage.articleId),
    paragraph: passage.paragraph,
    text: referenceToText(passage.text),
  };
}

/** The article of a reference, if the library still has it. */
export function findArticle(library: Library, reference: string): Article | undefined {
  let known = articlesByReference.get(library);
  if (!known) {
    known = new Map(library.articles().map((a) => [referenceToArticle(a.id), a.id]));
    articlesByReference.set(library, known);
  }
  const id = known.get(reference);
  return id === undefined ? undefined : library.article(id);
}

/** The passage with the same text; where the article has it more than once, the nearest one. */
export function findPassage(library: Library, reference: PassageReference): Passage | undefined {
  const article = findArticle(library, reference.article);
  if (!article) return undefined;
  const away = (passage: Passage) => Math.abs(passage.paragraph - reference.paragraph);
  return library
    .passagesOf(article.id)
    .filter((passage) => referenceToText(passage.text) === reference.text)
    .sort((a, b) => away(a) - away(b))[0];
}

const articlesByReference = new WeakMap<Library, Map<string, string>>();

function digest(text: string, characters: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, characters);
}
