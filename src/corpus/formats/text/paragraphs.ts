import type { Span } from '../../../passage.ts';
import { holdsSentence } from '../../holds-sentence.ts';
import { areParagraphs } from '../../paragraph-lines.ts';

export interface Line extends Span {
  text: string;
}

/** Lines without the white space around them; blank ones too, since they separate. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const start = index + line.length - line.trimStart().length;
    const trimmed = line.trim();
    lines.push({ start, end: start + trimmed.length, text: trimmed });
  }
  return lines;
}

/** Joins the lines of each paragraph. */
export function paragraphsOf(lines: Line[]): Span[] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text !== '') blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length) blocks.push([]);
  }
  const texts = blocks.filter((block) => block.some((line) => holdsSentence(line.text)));
  if (texts.length < 2 || texts.some((block) => areParagraphs(block.map((line) => line.text))))
    return texts.flat();
  return texts.map((block) => ({
    start: (block[0] as Line).start,
    end: (block.at(-1) as Line).end,
  }));
}

/** The paragraphs of a text that has neither title nor byline. */
export function textParagraphs(text: string): string[] {
  return paragraphsOf(linesOf(text)).map(({ start, end }) => text.slice(start, end));
}
