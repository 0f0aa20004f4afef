import { createHash } from 'node:crypto';
import type { Passage } from '../../passage.ts';

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

function digest(text: string, characters: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, characters);
}
