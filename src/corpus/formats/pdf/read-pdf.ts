import { ArticleError } from '../../../errors.ts';
import { splitNames } from '../../author-names.ts';
import type { Draft } from '../../draft.ts';
import { oneLine } from '../extracted/clean.ts';
import { creatorNames, givenTitle } from '../extracted/document-properties.ts';
import { ExtractedText } from '../extracted/extracted-text.ts';
import { parseByline } from '../text/byline.ts';
import { hyphenJoiner } from './hyphens.ts';
import { type PageBlock, pageBlocks, usualSize } from './page-blocks.ts';
import { lineText, type PageLine } from './page-lines.ts';
import { type PdfContent, readPdfPages } from './pdf-pages.ts';
import { withoutRunningLines } from './running-lines.ts';

/** So many blocks below the title may be a byline. */
const BYLINE_BLOCKS = 2;
const BULLET = /^(?:[•●▪■◦‣–·*-]|\d{1,2}[.)]|[a-z]\))\s*/;

/**
 * Reads a PDF: paragraphs over lines and pages, headings by their size, each passage with its page.
 * In what is quoted every end of a line is a space, and a hyphen there stays; the models read the
 * word whole.
 *
 * @throws ArticleError for one that is encrypted, damaged, or has no text
 */
export async function readPdf(file: string, bytes: Buffer): Promise<Draft> {
  const content = await readPdfPages(file, bytes);
  const lines = withoutRunningLines(content.pages).flat();
  if (lines.length === 0) {
    throw new ArticleError(
      file,
      'has no text, only pictures (a scan); put it through text recognition (OCR) first',
    );
  }
  const blocks = pageBlocks(lines);
  const title = titleOf(content, blocks, usualSize(lines));
  const byline = bylineOf(blocks, title);
  const extracted = new ExtractedText(title, 'spaces');
  const read = hyphenJoiner(lines.map(lineText).join('\n'));
  const depths = headingDepths(blocks);
  for (const block of blocks) {
    if (block === byline?.block) continue;
    extracted.page = block.lines[0]?.page;
    addBlock(block, extracted, read, depths);
  }
  const { text, blocks: passages } = extracted;
  return {
    title,
    authors: byline?.authors ?? creatorNames(splitNames(oneLine(content.author))),
    // The day on which the file was made is none on which the article says that it was published.
    date: byline?.date ?? null,
    url: null,
    tags: [],
    language: null,
    text,
    blocks: passages,
    warnings: [],
  };
}

function addBlock(
  { kind, lines }: PageBlock,
  to: ExtractedText,
  read: (piece: string) => string,
  depths: ReadonlyMap<number, number>,
): void {
  if (kind === 'heading') to.heading(depths.get(sizeOf(lines)) ?? 1, lines.map(lineText).join(' '));
  else if (kind === 'table') to.table(lines.map(({ cells }) => cells.map(({ text }) => text)));
  else if (kind === 'list') to.lines(itemsOf(lines), read);
  else to.paragraph(lines.map(lineText).join('\n'), read);
}

/** The items of a list, each with the lines that go on from its first one. */
function itemsOf(lines: readonly PageLine[]) {
  const items: { lead: string; text: string }[] = [];
  for (const line of lines) {
    const text = lineText(line);
    const marker = BULLET.exec(text)?.[0];
    const last = items.at(-1);
    if (marker === undefined && last) last.text += `${last.text ? '\n' : ''}${text}`;
    else {
      const lead = marker ? `${marker.trim()} ` : '';
      items.push({ lead, text: text.slice(marker?.length ?? 0) });
    }
  }
  return items;
}

/** What the file calls itself, unless a program made that up; else the largest text of page 1. */
function titleOf({ title }: PdfContent, blocks: readonly PageBlock[], body: number): string | null {
  const given = givenTitle(oneLine(title));
  if (given) return given;
  const headings = blocks.filter(
    ({ kind, lines }) => kind === 'heading' && lines[0]?.page === 1 && sizeOf(lines) > body,
  );
  const [largest] = headings.sort((a, b) => sizeOf(b.lines) - sizeOf(a.lines));
  return largest ? oneLine(largest.lines.map(lineText).join(' ')) : null;
}

function bylineOf(blocks: readonly PageBlock[], title: string | null) {
  const at = blocks.findIndex(
    ({ kind, lines }) => kind === 'heading' && oneLine(lines.map(lineText).join(' ')) === title,
  );
  for (const block of blocks.slice(at + 1, at + 1 + BYLINE_BLOCKS)) {
    const byline = parseByline(oneLine(block.lines.map(lineText).join(' ')));
    if (byline && byline.authors.length > 0) return { ...byline, block };
  }
  return undefined;
}

/** 1 for the largest headings. */
function headingDepths(blocks: readonly PageBlock[]): Map<number, number> {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const sizes = [...new Set(headings.map(({ lines }) => sizeOf(lines)))].sort((a, b) => b - a);
  return new Map(sizes.map((size, index) => [size, index + 1]));
}

/** Rounded to half a point. */
function sizeOf(lines: readonly PageLine[]): number {
  return Math.round((lines[0]?.size ?? 0) * 2) / 2;
}
