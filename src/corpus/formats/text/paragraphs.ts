import type { Span } from '../../../passage.ts';
import { holdsSentence } from '../../holds-sentence.ts';
import { areParagraphs } from '../../paragraph-lines.ts';
import { areFigures } from './figures.ts';

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

/**
 * The paragraphs of a text: blocks between blank lines, or a line each. What cannot be a sentence
 * is left out, but for figures, which belong to the paragraph before them.
 */
export function paragraphsOf(lines: readonly Line[]): Span[] {
  const paragraphs: Span[] = [];
  for (const { start, end, text } of piecesOf(lines)) {
    const last = paragraphs.at(-1);
    if (holdsSentence(text)) paragraphs.push({ start, end });
    else if (last && text.split('\n').some(areFigures)) last.end = end;
  }
  return paragraphs;
}

/** Joins the lines of each block, where blank lines part paragraphs. */
function piecesOf(lines: readonly Line[]): Line[] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text !== '') blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length) blocks.push([]);
  }
  const texts = blocks.filter((block) => block.some((line) => holdsSentence(line.text)));
  if (texts.length < 2 || texts.some((block) => areParagraphs(block.map((line) => line.text)))) {
    return lines.filter((line) => line.text !== '');
  }
  return blocks.flatMap((block) => {
    const [first, last] = [block[0], block.at(-1)];
    if (!first || !last) return [];
    const text = block.map((line) => line.text).join('\n');
    return [{ start: first.start, end: last.end, text }];
  });
}

/** The paragraphs of a text that has neither title nor byline. */
export function textParagraphs(text: string): string[] {
  return paragraphsOf(linesOf(text)).map(({ start, end }) => text.slice(start, end));
}
