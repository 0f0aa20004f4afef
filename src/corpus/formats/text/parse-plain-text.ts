import type { Span } from '../../../passage.ts';
import { type Block, type Draft, unwrapped } from '../../draft.ts';
import { holdsSentence } from '../../holds-sentence.ts';
import { areParagraphs } from '../../paragraph-lines.ts';
import { splitSentences } from '../../sentences.ts';
import { parseByline } from './byline.ts';

/** So many lines below the title may hold the byline and the date. */
const BYLINE_LINES = 3;

interface Line extends Span {
  text: string;
}

/**
 * Reads a text as newspapers hand it out: the title in the first line, then a byline, then
 * paragraphs, separated by blank lines if there are any between them, else one a line.
 */
export function parsePlainText(text: string): Draft {
  const lines = linesOf(text);
  const titleIndex = lines.findIndex((line) => line.text !== '');
  const title = lines[titleIndex]?.text ?? null;
  const { authors, date, standfirst, body } = splitByline(lines.slice(titleIndex + 1));

  const paragraphs = [...standfirst, ...joined(body)];
  const blocks = paragraphs
    .filter((paragraph) => holdsSentence(text.slice(paragraph.start, paragraph.end)))
    .map((paragraph) => toBlock(text, paragraph));
  return { title, authors, date, url: null, tags: [], language: null, text, blocks, warnings: [] };
}

/** Lines without the white space around them; blank ones too, since they separate. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const start = index + line.length - line.trimStart().length;
    const trimmed = line.trim();
    lines.push({ start, end: start + trimmed.length, text: trimmed });
  }
  return lines;
}

/** Takes the byline and the date out of the first lines; lines between them and the title stay. */
function splitByline(lines: Line[]) {
  let authors: string[] | null = null;
  let date: string | null = null;
  let bodyAt = 0;
  const standfirst: Line[] = [];
  const between: Line[] = [];
  let looked = 0;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    if (++looked > BYLINE_LINES) break;
    const byline = parseByline(line.text);
    const isNew =
      byline && (byline.authors.length > 0 ? authors === null : date === null && byline.date);
    if (!isNew) {
      between.push(line);
      continue;
    }
    if (byline.authors.length > 0) authors = byline.authors;
    date ??= byline.date;
    standfirst.push(...between.splice(0));
    bodyAt = index + 1;
  }
  return { authors: authors ?? [], date, standfirst, body: lines.slice(bodyAt) };
}

/** Joins the lines of each paragraph. */
function joined(lines: Line[]): Span[] {
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

function toBlock(text: string, { start, end }: Span): Block {
  const source = text.slice(start, end);
  const sentences = splitSentences(source).map((sentence) => ({
    start: start + sentence.start,
    end: start + sentence.end,
    plain: unwrapped(source.slice(sentence.start, sentence.end)),
  }));
  return { start, end, plain: unwrapped(source), headings: [], sentences };
}
