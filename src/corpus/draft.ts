import type { Article, Sentence, Span } from '../passage.ts';

/** A passage to be, before it is numbered. */
export interface Block extends Span {
  plain: string;
  headings: string[];
  sentences: Sentence[];
  /** 1-based number of the page that it begins on, in formats that have pages. */
  page?: number;
}

/** What a format's reader finds in a file: an article to be. */
export interface Draft extends Pick<Article, 'authors' | 'date' | 'url' | 'tags' | 'language'> {
  /** Null where the text has none; the file's name then stands in. */
  title: string | null;
  /** What is quoted: the decoded file, or the text that was extracted from it. */
  text: string;
  blocks: Block[];
  /** What of its fields was left out, and why; in a line each. */
  warnings: string[];
}

/** The lines of a text, without the white space around them, joined by single spaces. */
export function unwrapped(text: string): string {
  if (!/[\r\n]/.test(text)) return text.trim();
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter(Boolean).join(' ');
}

/** At most `length` characters of a text; `…` says that there was more. */
export function clipped(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
