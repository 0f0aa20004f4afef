import type { PhrasingContent } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import type { Span } from '../../../passage.ts';

/** An escape or a character reference in Markdown source. */
const ENCODED = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});/iy;

/**
 * The text of Markdown without its marks, and for every UTF-16 unit of it the source it came
 * from: the unit at `i` is `source.slice(starts[i], ends[i])`. The first and the last unit of
 * emphasis, code or a link have the marks with them.
 */
export class MarkdownText {
  text = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** The source of a piece of the text; the piece must not be empty. */
  sourceOf({ start, end }: Span): Span {
    return { start: this.#starts[start] as number, end: this.#ends[end - 1] as number };
  }

  addAll(nodes: readonly PhrasingContent[]): this {
    for (const node of nodes) this.add(node);
    return this;
  }

  /** Images, comments and footnote marks have no text. */
  add(node: PhrasingContent): void {
    const { start, end } = place(node);
    const from = this.text.length;
    if (node.type === 'text') {
      this.append(node.value, { start, end }, true);
      return;
    }
    if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) {
      this.#push('\n', start, end);
      return;
    }
    if (node.type === 'inlineCode') this.append(node.value, { start, end }, false);
    else if ('children' in node) this.addAll(node.children);
    if (this.text.length === from) return;
    this.#starts[from] = start;
    this.#ends[this.text.length - 1] = end;
  }

  /**
   * Appends a value that was parsed from a piece of the source. What the source has besides it is
   * skipped: escapes, the marks of a block quote, indentation.
   */
  append(value: string, { start, end }: Span, isEncoded: boolean): void {
    const source = this.#source;
    let at = start;
    for (let index = 0; index < value.length; ) {
      const decoded = isEncoded ? decodedAt(source, at) : null;
      if (decoded && value.startsWith(decoded.text, index)) {
        this.#push(decoded.text, at, decoded.end);
        index += decoded.text.length;
        at = decoded.end;
      } else if (at >= end || source[at] === value[index]) {
        this.#push(value[index] as string, Math.min(at, end), Math.min(at + 1, end));
        index += 1;
        at += 1;
      } else {
        at += 1;
      }
    }
  }

  #push(text: string, start: number, end: number): void {
    this.text += text;
    for (let unit = 0; unit < text.length; unit += 1) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }
}

/** Where a parsed node stands in the source. */
export function place(node: { position?: { start: Point; end: Point } | undefined }): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

interface Point {
  offset?: number | undefined;
}

function decodedAt(source: string, at: number): { text: string; end: number } | null {
  const first = source[at];
  if (first !== '&' && first !== '\\') return null;
  ENCODED.lastIndex = at;
  const token = ENCODED.exec(source)?.[0];
  if (token === undefined) return null;
  const text = decodeString(token);
  // What only looks like a reference (`&foo;`) is text, each unit from its own place.
  return text === token ? null : { text, end: at + token.length };
}
