import type { Draft } from '../draft.ts';

interface FormatBase {
  /** Fits after `is no ` and `looks like a `: `PDF`, `Word document`. */
  name: string;
  /** Of file names, in lower case, without the dot. */
  endings: readonly string[];
  /** Whether bytes can be of this format. It looks at their beginning only, and decodes nothing. */
  detect(bytes: Buffer): boolean;
}

/** A format that is text itself: what is quoted is the decoded file. */
export interface TextFormat extends FormatBase {
  kind: 'text';
  /** Whether quotes are drawn as Markdown. */
  isMarkdown: boolean;
  /** @throws ArticleError when it cannot be used */
  read(file: string, text: string): Draft;
}

/** A format that is none: what is quoted is the text that is extracted from it. */
export interface ExtractedFormat extends FormatBase {
  kind: 'extracted';
  /**
   * The same bytes give the same text, byte for byte. Large libraries are loaded when this is
   * called, not before: the process that draws quotes knows the formats too.
   *
   * @throws ArticleError when the file cannot be used
   */
  read(file: string, bytes: Buffer): Promise<FileContent>;
}

export type Format = TextFormat | ExtractedFormat;

/** The articles of a file: one, or one for each row. */
export type FileContent = Draft | Row[];

export interface Row {
  /** 1-based; a row of headings does not count. */
  number: number;
  /** The article, or why there is none; fits after `${file}#${number}: `. */
  content: Draft | { reason: string };
}
