import type { Draft } from '../draft.ts';

interface Named {
  /** Fits after `is no ` and `looks like a `: `PDF`, `Word document`. */
  name: string;
  /** Of file names, in lower case, without the dot. */
  endings: readonly string[];
  /** Whether bytes can be of this format. It looks at their beginning only, and decodes nothing. */
  detect(bytes: Buffer): boolean;
}

/** A format that is text itself: what is quoted is the decoded file. */
export interface TextFormat extends Named {
  id: 'markdown' | 'text';
  kind: 'text';
  /** Whether quotes are drawn as Markdown. */
  isMarkdown: boolean;
}

/** A format that is none: what is quoted is the text that is extracted from it. */
export interface ExtractedFormat extends Named {
  id: 'html' | 'docx' | 'pdf' | 'epub' | 'json' | 'jsonl' | 'csv';
  kind: 'extracted';
  /** Whether `detect` is sure enough to say of a file with another ending what it is. */
  isCertain: boolean;
}

/**
 * What the whole program knows of a format. How it is read, only the processes that parse articles
 * have to know: readers.ts.
 */
export type Format = TextFormat | ExtractedFormat;

/** @throws ArticleError when the text cannot be used */
export type ReadText = (file: string, text: string) => Draft;

/**
 * The same bytes give the same text, byte for byte. Large libraries are loaded when this is called.
 *
 * @throws ArticleError when the file cannot be used
 */
export type ReadBytes = (file: string, bytes: Buffer) => Promise<FileContent>;

/** The articles of a file: one, or one for each row. */
export type FileContent = Draft | Row[];

export interface Row {
  /** 1-based; a row of headings does not count. */
  number: number;
  /** The article, or why there is none; fits after `${file}#${number}: `. */
  content: Draft | { reason: string };
}
