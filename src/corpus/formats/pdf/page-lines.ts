import { clean } from '../extracted/clean.ts';

/** A piece of text as pdf.js gives it; lengths in points, from the lower left corner of the page. */
export interface TextItem {
  str: string;
  /** Last three: size of the letters (with the fourth from the front), left edge, base line. */
  transform: number[];
  width: number;
}

/** A line of a page; a gap as wide as between cells parts it into several. */
export interface PageLine {
  cells: Cell[];
  left: number;
  right: number;
  /** Base line, from below. */
  y: number;
  /** Size of its letters. */
  size: number;
  /** 1-based. */
  page: number;
}

interface Cell {
  text: string;
  left: number;
}

/** Shares of the letters' size. */
const SAME_LINE = 0.5;
const SPACE = 0.15;
const CELL_GAP = 1.6;
/** Text that runs back by less is still the same line (kerning). */
const KERNING = 0.5;

/** Puts the pieces of a page together to lines, in the order in which the file has them. */
export function pageLines(items: readonly TextItem[], page: number): PageLine[] {
  const lines: PageLine[] = [];
  let line: PageLine | undefined;
  for (const { str, transform, width } of items) {
    // Only at the end of a line a soft hyphen is seen; no other one is there.
    const text = clean(str.replaceAll('\u00ad', '-'));
    if (text.trim() === '') continue;
    const [a = 0, b = 0, , , left = 0, y = 0] = transform;
    // Text that stands on its side is a mark in the margin, or the axis of a chart.
    if (Math.abs(b) > Math.abs(a)) continue;
    const size = Math.hypot(a, b);
    const isSame =
      line && Math.abs(y - line.y) < SAME_LINE * size && left > line.right - KERNING * size;
    if (line && isSame) addTo(line, text, left, size);
    else {
      line = { cells: [{ text, left }], left, right: left, y, size, page };
      lines.push(line);
    }
    line.right = Math.max(line.right, left + width);
    line.size = Math.max(line.size, size);
  }
  for (const { cells } of lines) {
    for (const cell of cells) cell.text = cell.text.replace(/\s+/g, ' ').trim();
  }
  return lines.filter(({ cells }) => cells.some((cell) => cell.text !== ''));
}

function addTo(line: PageLine, text: string, left: number, size: number): void {
  const gap = left - line.right;
  const last = line.cells.at(-1) as Cell;
  if (gap > CELL_GAP * size) line.cells.push({ text, left });
  else last.text += `${gap > SPACE * size ? ' ' : ''}${text}`;
}

export function lineText({ cells }: PageLine): string {
  return cells.map(({ text }) => text).join(' ');
}
