import { clean, oneLine } from './clean.ts';
import type { DomNode } from './dom.ts';
import type { ExtractedLine, ExtractedText } from './extracted-text.ts';

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

const SKIPPED = new Set(
  'script style noscript template svg iframe object embed button input select textarea canvas audio video head title nav dialog rp rt'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside body center details dd div dl dt fieldset figcaption figure footer form header hgroup hr html li main ol p section summary ul caption tbody thead tfoot tr td th table blockquote pre h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const FOOTNOTE_MARK = /^[[(]?(?:\d{1,3}|[a-z*†‡]|note \d+)[\])]?$/i;
const FOLD = 'ul ol dl'.split(' ');

/** Adds what a reader sees of an element to the text, block by block. */
export function addBlocks(root: DomNode, to: ExtractedText): void {
  const writer = new BlockWriter(to);
  writer.children(root);
  writer.flush();
}

class BlockWriter {
  readonly #to: ExtractedText;
  #inline = '';

  constructor(to: ExtractedText) {
    this.#to = to;
  }

  /** Ends a paragraph; two line breaks in a row end one too. */
  flush(): void {
    for (const text of paragraphsIn(this.#inline)) this.#to.paragraph(text);
    this.#inline = '';
  }

  children(node: DomNode): void {
    for (const child of node.childNodes) this.#node(child);
  }

  #node(node: DomNode): void {
    const name = nameOf(node);
    if (node.nodeType === TEXT || node.nodeType === CDATA || isInline(name)) {
      if (isInline(name) && holdsBlock(node)) this.children(node);
      else this.#inline += inlineText(node);
      return;
    }
    if (node.nodeType !== ELEMENT || isHidden(node, name)) return;
    this.flush();
    if (/^h[1-6]$/.test(name)) this.#to.heading(Number(name[1]), oneLine(inlineText(node)));
    else if (FOLD.includes(name)) this.#to.lines(listLines(node, ''));
    else if (name === 'blockquote') this.#to.lines(linesOf(node).map((text) => ({ text })));
    else if (name === 'pre') this.#to.code(clean(node.textContent ?? '').split(/\r\n|\n|\r/));
    else if (name === 'table' && isDataTable(node)) this.#table(node);
    else this.children(node);
    this.flush();
  }

  #table(node: DomNode): void {
    for (const caption of elementsIn(node, ['caption'])) {
      this.#to.paragraph(oneLine(inlineText(caption)));
    }
    this.#to.table(rowsOf(node).map((cells) => cells.map((cell) => oneLine(inlineText(cell)))));
  }
}

function nameOf(node: DomNode): string {
  return node.nodeType === ELEMENT ? node.nodeName.toLowerCase() : '';
}

function isInline(name: string): boolean {
  return name !== '' && !BLOCKS.has(name) && !SKIPPED.has(name);
}

function isHidden(node: DomNode, name = nameOf(node)): boolean {
  if (SKIPPED.has(name)) return true;
  if (node.getAttribute?.('hidden') != null || node.getAttribute?.('aria-hidden') === 'true') {
    return true;
  }
  return /display:\s*none|visibility:\s*hidden/i.test(node.getAttribute?.('style') ?? '');
}

/** Old pages wrap whole parts in `<font>` or `<a>`. */
function holdsBlock(node: DomNode): boolean {
  for (const child of node.childNodes) {
    const name = nameOf(child);
    if (BLOCKS.has(name) || (isInline(name) && holdsBlock(child))) return true;
  }
  return false;
}

/** The text of an element; line breaks are line feeds, those of the source are spaces. */
function inlineText(node: DomNode): string {
  if (node.nodeType === TEXT || node.nodeType === CDATA) {
    return clean(node.textContent ?? '').replace(/\s+/g, ' ');
  }
  const name = nameOf(node);
  if (name === 'br') return '\n';
  if (node.nodeType !== ELEMENT || isHidden(node, name)) return '';
  if (isFootnoteMark(node, name)) return '';
  let text = '';
  for (const child of node.childNodes) text += inlineText(child);
  return BLOCKS.has(name) ? ` ${text} ` : text;
}

/** A raised number that is a link, or a link that is a raised number. */
function isFootnoteMark(node: DomNode, name: string): boolean {
  const other = { sup: 'a', a: 'sup' }[name];
  if (other === undefined || !FOOTNOTE_MARK.test((node.textContent ?? '').trim())) return false;
  return elementsIn(node, [other]).length > 0;
}

function paragraphsIn(inline: string): string[] {
  return inline
    .split(/\n\s*\n/)
    .map((text) => text.split('\n').map(oneLine).filter(Boolean).join('\n'))
    .filter(Boolean);
}

/** Items of a list in a line each, those of lists in it indented. */
function listLines(list: DomNode, indentation: string): ExtractedLine[] {
  const isNumbered = nameOf(list) === 'ol';
  const isDefined = nameOf(list) === 'dl';
  let number = Number(list.getAttribute?.('start') ?? 1) || 1;
  const lines: ExtractedLine[] = [];
  for (const child of list.childNodes) {
    if (child.nodeType !== ELEMENT || isHidden(child)) continue;
    const marker = isNumbered ? `${number++}. ` : isDefined ? '' : '- ';
    const inner: ExtractedLine[] = [];
    let text = '';
    const take = (node: DomNode) => {
      if (FOLD.includes(nameOf(node))) inner.push(...listLines(node, `${indentation}  `));
      else if (node.nodeType === ELEMENT && holdsList(node))
        for (const part of node.childNodes) take(part);
      else text += inlineText(node);
    };
    if (FOLD.includes(nameOf(child))) take(child);
    else for (const part of child.childNodes) take(part);
    const line = oneLine(text);
    const lead = indentation + (isDefined && nameOf(child) === 'dd' ? '  ' : marker);
    if (line !== '') lines.push({ lead, text: line });
    lines.push(...inner);
  }
  return lines;
}

function holdsList(node: DomNode): boolean {
  for (const child of node.childNodes) {
    if (FOLD.includes(nameOf(child)) || (child.nodeType === ELEMENT && holdsList(child)))
      return true;
  }
  return false;
}

/** The paragraphs and items of a block quote. */
function linesOf(node: DomNode): string[] {
  const lines: string[] = [];
  let inline = '';
  const flush = () => {
    lines.push(...inline.split('\n').map(oneLine).filter(Boolean));
    inline = '';
  };
  for (const child of node.childNodes) {
    const name = nameOf(child);
    if (!BLOCKS.has(name)) {
      inline += inlineText(child);
      continue;
    }
    flush();
    if (FOLD.includes(name)) lines.push(...listLines(child, '').map(({ text }) => text));
    else if (!isHidden(child, name)) lines.push(...linesOf(child));
  }
  flush();
  return lines;
}

/** Tables that only arrange a page have a single column, or tables and headings in their cells. */
function isDataTable(table: DomNode): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute?.('role') ?? '')) return false;
  const rows = rowsOf(table);
  if (!rows.some((cells) => cells.length > 1)) return false;
  const inner = ['table', 'h1', 'h2', 'h3', 'article', 'section'];
  return elementsIn(table, inner).length === 0;
}

function rowsOf(table: DomNode): DomNode[][] {
  return elementsIn(table, ['tr']).map((row) =>
    [...row.childNodes].filter((cell) => /^t[dh]$/.test(nameOf(cell)) && !isHidden(cell)),
  );
}

/** Elements of such names below a node, without those inside of one that was found. */
function elementsIn(node: DomNode, names: readonly string[]): DomNode[] {
  const found: DomNode[] = [];
  for (const child of node.childNodes) {
    if (names.includes(nameOf(child))) found.push(child);
    else found.push(...elementsIn(child, names));
  }
  return found;
}
