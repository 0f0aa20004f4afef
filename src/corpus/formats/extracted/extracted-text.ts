import type { Sentence } from '../../../passage.ts';
import { type Block, clipped, unwrapped } from '../../draft.ts';
import { holdsSentence } from '../../holds-sentence.ts';
import { splitSentences } from '../../sentences.ts';

const WORD = /[\p{L}\p{N}]/u;
/** In characters: it stands before every passage below it. */
const MAX_HEADING_LENGTH = 300;
const BETWEEN_BLOCKS = '\n\n';
/** Between the cells of a row, as it is quoted and as the models read it. */
const CELL_SEPARATOR = ' | ';
const PLAIN_CELL_SEPARATOR = ', ';

/** A line of a block: an item of a list, a row of a table. */
export interface ExtractedLine {
  /** Stands in front of it and belongs to no sentence: `- `, indentation. */
  lead?: string;
  text: string;
}

/** Given a piece of a block's text, with its line feeds. */
export type ReadPiece = (piece: string) => string;

interface Piece {
  lead: string;
  text: string;
  /** Null: cut into sentences, each of which reads as it stands. */
  plain: string | null;
}

/**
 * Puts the text of an article together that is extracted from a file, block by block, and notes
 * where each block stands in it. The text has no marks of its own but what a reader of the page
 * sees: a list's bullets and numbers, bars between the cells of a table.
 */
export class ExtractedText {
  text = '';
  readonly blocks: Block[] = [];
  /** Page of the blocks that follow, in formats that have pages. */
  page: number | undefined;
  readonly #title: string | null;
  readonly #lineEnds: 'kept' | 'spaces';
  readonly #path: { depth: number; text: string }[] = [];
  #isTitleSeen = false;

  /**
   * @param title is not repeated as a heading above every passage
   * @param lineEnds whether line feeds within a line of a block are kept, as those of a poem, or
   *   are but where the page's lines end: a space each
   */
  constructor(title: string | null, lineEnds: 'kept' | 'spaces' = 'kept') {
    this.#title = title;
    this.#lineEnds = lineEnds;
  }

  heading(depth: number, written: string): void {
    const text = unwrapped(written);
    if (!WORD.test(text)) return;
    while ((this.#path.at(-1)?.depth ?? 0) >= depth) this.#path.pop();
    this.#open();
    this.text += text;
    if (!this.#isTitleSeen && text === this.#title) this.#isTitleSeen = true;
    else this.#path.push({ depth, text: clipped(text, MAX_HEADING_LENGTH) });
  }

  /** The headings so far stand above nothing that follows: a chapter ends. */
  endSection(): void {
    this.#path.length = 0;
  }

  /**
   * What is no sentence (`Advertisement`, a page number) is left out.
   *
   * @param read gives what the models read of a piece of the text; by default its lines joined
   */
  paragraph(text: string, read?: ReadPiece): void {
    if (holdsSentence(text)) this.#add([{ lead: '', text, plain: null }], read);
  }

  /** A list, a block quote: lines of sentences in one block. */
  lines(lines: readonly ExtractedLine[], read?: ReadPiece): void {
    this.#add(
      lines.map(({ lead = '', text }) => ({ lead, text, plain: null })),
      read,
    );
  }

  /** Lines that are no sentences, each read as it stands. */
  code(lines: readonly string[]): void {
    this.#add(
      lines.map((line) => {
        const text = line.trim();
        return { lead: line.slice(0, line.length - line.trimStart().length), text, plain: text };
      }),
    );
  }

  table(rows: readonly (readonly string[])[]): void {
    this.#add(
      rows.map((cells) => ({
        lead: '',
        text: cells
          .map((cell) => cell.trim())
          .join(CELL_SEPARATOR)
          .trim(),
        plain: cells.filter((cell) => cell.trim() !== '').join(PLAIN_CELL_SEPARATOR),
      })),
    );
  }

  #open(): void {
    if (this.text !== '') this.text += BETWEEN_BLOCKS;
  }

  #add(pieces: readonly Piece[], read: ReadPiece = unwrapped): void {
    const inked = pieces.filter(({ text }) => WORD.test(text));
    if (inked.length === 0) return;
    this.#open();
    const start = this.text.length + (inked[0] as Piece).lead.length;
    const sentences: Sentence[] = [];
    const plains: string[] = [];
    for (const [index, { lead, text, plain }] of inked.entries()) {
      this.text += `${index > 0 ? '\n' : ''}${lead}`;
      const at = this.text.length;
      this.text += this.#lineEnds === 'kept' ? text : text.replaceAll('\n', ' ');
      if (plain !== null) sentences.push({ start: at, end: at + text.length, plain });
      else {
        for (const span of splitSentences(text)) {
          const sentence = read(text.slice(span.start, span.end));
          sentences.push({ start: at + span.start, end: at + span.end, plain: sentence });
        }
      }
      plains.push(plain ?? read(text));
    }
    this.blocks.push({
      start: inked.length > 1 ? start - (inked[0] as Piece).lead.trimStart().length : start,
      end: this.text.length,
      plain: plains.join('\n'),
      headings: this.#path.map((heading) => heading.text),
      sentences,
      ...(this.page !== undefined && { page: this.page }),
    });
  }
}
