import type { Article, Sentence, Span } from '../passage.ts';

/** A passage to be, before it is numbered. */
export interface Block extends Span {
  plain: string;
  headings: string[];
  sentences: Sentence[];
}

/** What a format's parser finds in a file. */
export interface Draft extends Pick<Article, 'authors' | 'date' | 'url' | 'tags' | 'language'> {
  /** Null where the text has none; the file's name then stands in. */
  title: string | null;
  blocks: Block[];
}

/** Line breaks, with the spaces around them, as one space. */
export function unwrapped(text: string): string {
  return text.replace(/[^\S\r\n]*[\r\n]\s*/g, ' ');
}
