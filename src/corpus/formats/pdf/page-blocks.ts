import { lineText, type PageLine } from './page-lines.ts';

/** Lines that belong together. */
export interface PageBlock {
  kind: 'heading' | 'paragraph' | 'list' | 'table';
  lines: PageLine[];
}

/** Shares of the letters' size, or of the width of the text. */
const HEADING = 1.12;
const OTHER_SIZE = 0.08;
const INDENT = 0.7;
const MAX_INDENT = 6;
/** Of the usual distance between two lines. */
const WIDE_GAP = 1.35;
const SHORT_LINE = 0.85;

const BULLET = /^(?:[•●▪■◦‣–·*-]|\d{1,2}[.)]|[a-z]\))(?:\s|$)/;
const SENTENCE_END = /[.!?…:]["'”’»)\]]*$/;

/** Headings, paragraphs, lists and tables of all pages; a paragraph may go on over a page. */
export function pageBlocks(lines: readonly PageLine[]): PageBlock[] {
  const body = usualSize(lines);
  const leading = usualLeading(lines);
  const blocks: PageBlock[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const kind = kindOf(line, body);
    if (last && belongs(last, line, kind, leading)) last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  return blocks.map(withoutFalseTable);
}

function kindOf(line: PageLine, body: number): PageBlock['kind'] {
  if (line.size > HEADING * body) return 'heading';
  if (BULLET.test(lineText(line)) && !isRow(line)) return 'list';
  return isRow(line) ? 'table' : 'paragraph';
}

/** A bullet stands apart from its text, too. */
function isRow({ cells }: PageLine): boolean {
  return cells.length > (BULLET.test(`${cells[0]?.text} `) ? 2 : 1);
}

function belongs(
  block: PageBlock,
  line: PageLine,
  kind: PageBlock['kind'],
  leading: number,
): boolean {
  const before = block.lines.at(-1) as PageLine;
  if (Math.abs(line.size - before.size) > OTHER_SIZE * before.size) return false;
  const drop = before.y - line.y;
  // In the next column or on the next page.
  const isElsewhere = line.page !== before.page || drop < 0;
  const isFar = !isElsewhere && drop > WIDE_GAP * leading * (line.size > 14 ? 1.5 : 1);
  if (block.kind === 'heading') return kind === 'heading' && !isFar && !isElsewhere;
  if (block.kind === 'table') return kind === 'table' && line.page === before.page;
  if (block.kind === 'list') {
    if (kind === 'list') return true;
    const first = block.lines.find((item) => BULLET.test(lineText(item))) as PageLine;
    return kind === 'paragraph' && !isFar && (isElsewhere || line.left > first.left + 1);
  }
  if (kind !== 'paragraph') return false;
  if (isElsewhere) return !SENTENCE_END.test(lineText(before));
  if (isFar) return false;
  return !isIndented(line, before, block) && !endsShort(before, block, line);
}

/** A first line begins further right than the one before it. */
function isIndented(line: PageLine, before: PageLine, block: PageBlock): boolean {
  const indent = line.left - before.left;
  if (indent < INDENT * line.size || indent > MAX_INDENT * line.size) return false;
  return block.lines.length > 1 || SENTENCE_END.test(lineText(before));
}

/** The last line of a paragraph is short and ends a sentence. */
function endsShort(before: PageLine, { lines }: PageBlock, next: PageLine): boolean {
  const right = Math.max(next.right, ...lines.slice(-20).map((line) => line.right));
  const left = Math.min(next.left, before.left);
  return before.right - left < SHORT_LINE * (right - left) && SENTENCE_END.test(lineText(before));
}

/** One row is no table but a line with a gap in it. */
function withoutFalseTable(block: PageBlock): PageBlock {
  return block.kind === 'table' && block.lines.length === 1
    ? { ...block, kind: 'paragraph' }
    : block;
}

/** The size that most characters have. */
export function usualSize(lines: readonly PageLine[]): number {
  const characters = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    characters.set(size, (characters.get(size) ?? 0) + lineText(line).length);
  }
  return mostFrequent(characters);
}

/** The usual distance from a line to the next one. */
function usualLeading(lines: readonly PageLine[]): number {
  const times = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const drop = next && next.page === line.page ? Math.round(line.y - next.y) : 0;
    if (drop > 0.5 * line.size) times.set(drop, (times.get(drop) ?? 0) + 1);
  }
  return mostFrequent(times) || usualSize(lines) * 1.2;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].sort(([a, times], [b, others]) => others - times || a - b)[0]?.[0] ?? 0;
}
