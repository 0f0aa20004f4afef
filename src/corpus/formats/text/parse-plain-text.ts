import type { Span } from '../../../passage.ts';
import { type Block, type Draft, unwrapped } from '../../draft.ts';
import { holdsSentence } from '../../holds-sentence.ts';
import { splitSentences } from '../../sentences.ts';
import { parseByline } from './byline.ts';
import { isHeadline } from './headline.ts';
import { type Line, linesOf, paragraphsOf } from './paragraphs.ts';

/** So many lines below the title may hold the byline and the date. */
const BYLINE_LINES = 3;

/**
 * Reads a text as newspapers hand it out: the title in the first line, unless that is a paragraph
 * already, then a byline, then paragraphs, separated by blank lines if there are any between them, else one a line.
 */
export function parsePlainText(text: string): Draft {
  const lines = linesOf(text);
  const first = lines.findIndex((line) => line.text !== '');
  const title = isHeadline(lines.slice(first)) ? (lines[first] as Line).text : null;
  const { authors, date, standfirst, body } = splitByline(
    lines.slice(title === null ? first : first + 1),
  );

  const opening = standfirst.filter((line) => holdsSentence(line.text));
  const blocks = [...opening, ...paragraphsOf(body)].map((paragraph) => toBlock(text, paragraph));
  return { title, authors, date, url: null, tags: [], language: null, text, blocks, warnings: [] };
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

function toBlock(text: string, { start, end }: Span): Block {
  const source = text.slice(start, end);
  const sentences = splitSentences(source).map((sentence) => ({
    start: start + sentence.start,
    end: start + sentence.end,
    plain: unwrapped(source.slice(sentence.start, sentence.end)),
  }));
  return { start, end, plain: unwrapped(source), headings: [], sentences };
}
