import type { Code, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { Sentence, Span } from '../../../passage.ts';
import { unwrapped } from '../../draft.ts';
import { areParagraphs } from '../../paragraph-lines.ts';
import { splitSentences } from '../../sentences.ts';
import { MarkdownText, place } from './markdown-text.ts';

/** Text between the cells of a table's row when it is read as a sentence. */
const CELL_SEPARATOR = ', ';

/** A paragraph, an item's paragraph, the lines of code or the rows of a table. */
export interface MarkdownPart {
  plain: string;
  sentences: Sentence[];
}

/**
 * The parts of a block that hold text, in order. HTML (comments, layout), link definitions and
 * thematic breaks hold none.
 */
export function partsOf(source: string, node: RootContent): MarkdownPart[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return prose(source, node.children);
    case 'code':
      return codeLines(source, node);
    case 'table':
      return tableRows(source, node);
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap((child) => partsOf(source, child));
    default:
      return [];
  }
}

function prose(source: string, nodes: Paragraph['children']): MarkdownPart[] {
  const markdown = new MarkdownText(source).addAll(nodes);
  return paragraphsOf(markdown.text).flatMap(({ start, end }) => {
    const text = markdown.text.slice(start, end);
    const sentences: Sentence[] = [];
    let first = 0;
    for (const span of splitSentences(text)) {
      const source = markdown.sourceOf({ start: start + span.start, end: start + span.end });
      const last = sentences.at(-1);
      if (last && source.start < last.end) {
        // A cut between two characters that one reference stands for (`&ngE;`): no cut in the source.
        last.end = source.end;
        last.plain = unwrapped(text.slice(first, span.end));
        continue;
      }
      first = span.start;
      sentences.push({ ...source, plain: unwrapped(text.slice(span.start, span.end)) });
    }
    return sentences.length > 0 ? [{ plain: unwrapped(text), sentences }] : [];
  });
}

/** The whole text, or its lines where each of them is a paragraph (texts made without blank lines). */
function paragraphsOf(text: string): Span[] {
  const lines = [...text.matchAll(/[^\r\n]+/g)];
  if (!areParagraphs(lines.map(([line]) => line))) return [{ start: 0, end: text.length }];
  return lines.map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

function codeLines(source: string, node: Code): MarkdownPart[] {
  const { start, end } = place(node);
  const markdown = new MarkdownText(source);
  const fence = /^ {0,3}(?:`{3,}|~{3,})[^\r\n]*(?:\r\n|\n|\r)/.exec(source.slice(start, end));
  markdown.append(node.value, { start: start + (fence?.[0].length ?? 0), end }, false);
  const sentences = [...markdown.text.matchAll(/\S(?:[^\r\n]*\S)?/g)].map(({ 0: line, index }) => ({
    ...markdown.sourceOf({ start: index, end: index + line.length }),
    plain: line,
  }));
  return sentences.length > 0 ? [{ plain: markdown.text.trim(), sentences }] : [];
}

function tableRows(source: string, node: Table): MarkdownPart[] {
  const sentences = node.children.flatMap((row): Sentence[] => {
    const cells = row.children.map((cell) => plainOf(source, cell.children)).filter(Boolean);
    return cells.length > 0
      ? [{ ...trimmed(source, place(row)), plain: cells.join(CELL_SEPARATOR) }]
      : [];
  });
  const plain = sentences.map((row) => row.plain).join('\n');
  return sentences.length > 0 ? [{ plain, sentences }] : [];
}

/** A row may have white space after its last cell. */
function trimmed(source: string, { start, end }: Span): Span {
  const row = source.slice(start, end);
  return { start: end - row.trimStart().length, end: start + row.trimEnd().length };
}

/** The text of a line of Markdown without its marks. */
export function plainOf(source: string, nodes: readonly PhrasingContent[]): string {
  return unwrapped(new MarkdownText(source).addAll(nodes).text);
}
