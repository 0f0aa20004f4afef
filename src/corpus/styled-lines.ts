import type { ListItem, Nodes, PhrasingContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Article, Passage, Span } from '../passage.ts';
import { isMarkdown } from './formats/index.ts';
import { MarkdownText, place } from './formats/markdown/markdown-text.ts';
import { MARKDOWN } from './formats/markdown/syntax.ts';
import { definitionsIn } from './reference-definitions.ts';

/** How a character of an article is meant to look. */
export interface Style {
  strong?: boolean;
  emphasis?: boolean;
  deleted?: boolean;
  code?: boolean;
  /** The address of the link that it is part of. */
  link?: string;
}

/** A UTF-16 unit of an article's text as a reader sees it, or a separator between cells. */
export interface Unit {
  text: string;
  /** Where it stands in `Article.text`. */
  at: number;
  style: Style;
}

export interface StyledLine {
  /** What stands in front of it: `- `, `3. `, indentation. */
  lead: string;
  units: Unit[];
}

/** A longer block is shown as it was written: parsing it would take too long while a reader waits. */
const MAX_PARSED = 20_000;
const CELL_SEPARATOR = ' · ';

/**
 * A passage as lines of styled text, without the marks of its Markdown: soft line breaks are
 * spaces, each item of a list and each row of a table is a line. What is no Markdown, or does not
 * read as the passage does, comes line by line as it was written.
 *
 * @param within what is needed of the passage; there may be more
 */
export function styledLines(
  { file, text }: Article,
  passage: Passage,
  within: Span = passage,
): StyledLine[] {
  if (isMarkdown(file) && passage.end - passage.start <= MAX_PARSED) {
    const alone = markdownLines(text, passage, '');
    if (sameInk(alone, passage.plain)) return alone;
    const defined = markdownLines(text, passage, definitionsIn(text));
    if (sameInk(defined, passage.plain)) return defined;
  }
  return writtenLines(text, within);
}

/** What of the lines stands in a piece of the article; a line that is cut at its front has no lead. */
export function linesWithin(lines: readonly StyledLine[], { start, end }: Span): StyledLine[] {
  return lines.flatMap(({ lead, units }) => {
    const inside = units.filter(({ at }) => at >= start && at < end);
    if (!inside.some(({ text }) => text.trim() !== '')) return [];
    return { lead: inside[0] === units[0] ? lead : '', units: inside };
  });
}

function writtenLines(text: string, { start, end }: Span): StyledLine[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]+/gu)].map(({ 0: line, index }) => ({
    lead: '',
    units: Array.from({ length: line.length }, (_, unit) => ({
      text: line[unit] as string,
      at: start + index + unit,
      style: {},
    })),
  }));
}

/** @param definitions of links, which may stand anywhere in the article, to be read with the passage */
function markdownLines(text: string, { start, end }: Span, definitions: string): StyledLine[] {
  const indentation = /(?<=^|[\r\n])[ \t]*$/u.exec(text.slice(0, start))?.[0] ?? '';
  const before = definitions + indentation;
  const source = before + text.slice(start, end);
  const lines = new Lines(source, start - before.length);
  for (const node of fromMarkdown(source, MARKDOWN).children) {
    if (place(node).end > before.length) lines.addBlock(node, '', '');
  }
  return lines.all.filter(({ units }) => units.some((unit) => /\S/u.test(unit.text)));
}

class Lines {
  readonly all: StyledLine[] = [];
  readonly #source: string;
  /** What is added to a place in the source to get the place in the article. */
  readonly #shift: number;

  constructor(source: string, shift: number) {
    this.#source = source;
    this.#shift = shift;
  }

  /**
   * @param first stands in front of the block's first line
   * @param rest stands in front of its other lines
   */
  addBlock(node: Nodes, first: string, rest: string): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        this.#open(first);
        this.#addPhrasing(node.children, {}, rest);
        return;
      case 'code':
        this.#addCode(node.value, place(node), first, rest);
        return;
      case 'table':
        this.#addTable(node);
        return;
      case 'list':
        for (const [index, item] of node.children.entries()) {
          const marker = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
          this.#addItem(item, first + marker, `${rest}  `);
        }
        return;
      case 'blockquote':
      case 'footnoteDefinition':
        for (const [index, child] of node.children.entries()) {
          this.addBlock(child, index === 0 ? first : rest, rest);
        }
    }
  }

  #addItem({ children, checked }: ListItem, first: string, rest: string): void {
    const box = typeof checked === 'boolean' ? (checked ? '☑ ' : '☐ ') : '';
    for (const [index, child] of children.entries()) {
      // A list right inside an item brings its own markers.
      const lead = index === 0 && child.type !== 'list' ? first + box : rest;
      this.addBlock(child, lead, rest);
    }
  }

  #addTable({ children }: Table): void {
    for (const row of children) {
      this.#open('');
      for (const [index, cell] of row.children.entries()) {
        if (index > 0) this.#push(CELL_SEPARATOR, place(cell).start, {});
        this.#addPhrasing(cell.children, {}, '');
      }
    }
  }

  #addCode(value: string, { start, end }: ReturnType<typeof place>, first: string, rest: string) {
    const fence = /^ {0,3}(?:`{3,}|~{3,})[^\r\n]*(?:\r\n|\n|\r)/.exec(
      this.#source.slice(start, end),
    );
    this.#open(first);
    const from = start + (fence?.[0].length ?? 0);
    this.#append(value, { start: from, end }, false, { code: true }, rest);
  }

  #addPhrasing(nodes: readonly PhrasingContent[], style: Style, rest: string): void {
    for (const node of nodes) {
      switch (node.type) {
        case 'text':
          this.#append(node.value, place(node), true, style, null);
          break;
        case 'inlineCode':
          this.#append(node.value, place(node), false, { ...style, code: true }, null);
          break;
        case 'break':
          this.#open(rest);
          break;
        case 'html':
          if (/^<br\b/i.test(node.value)) this.#open(rest);
          break;
        case 'strong':
          this.#addPhrasing(node.children, { ...style, strong: true }, rest);
          break;
        case 'emphasis':
          this.#addPhrasing(node.children, { ...style, emphasis: true }, rest);
          break;
        case 'delete':
          this.#addPhrasing(node.children, { ...style, deleted: true }, rest);
          break;
        case 'link':
          this.#addPhrasing(node.children, { ...style, link: node.url }, rest);
          break;
        case 'linkReference':
          this.#addPhrasing(node.children, style, rest);
      }
    }
  }

  /** @param newLine the lead of a line that a line break begins; null where one is but a space */
  #append(
    value: string,
    at: ReturnType<typeof place>,
    isEncoded: boolean,
    style: Style,
    newLine: string | null,
  ): void {
    const markdown = new MarkdownText(this.#source);
    markdown.append(value, at, isEncoded);
    for (let unit = 0; unit < value.length; unit += 1) {
      const text = value[unit] as string;
      const isBreak = /[\r\n]/u.test(text);
      const { start } = markdown.sourceOf({ start: unit, end: unit + 1 });
      if (isBreak && newLine !== null) this.#open(newLine);
      // What the parser made of more source than there is counts to its last character.
      else this.#push(isBreak ? ' ' : text, Math.min(start, at.end - 1), style);
    }
  }

  #open(lead: string): void {
    this.all.push({ lead, units: [] });
  }

  #push(text: string, at: number, style: Style): void {
    if (this.all.length === 0) this.#open('');
    this.all.at(-1)?.units.push({ text, at: at + this.#shift, style });
  }
}

/** Whether lines say what a passage's plain text does; white space and what parts cells aside. */
function sameInk(lines: readonly StyledLine[], plain: string): boolean {
  const shown = lines.flatMap(({ units }) => units.map(({ text }) => text)).join('');
  return inkOf(shown) === inkOf(plain);
}

function inkOf(text: string): string {
  return text.replace(/[\s,·]/gu, '');
}
