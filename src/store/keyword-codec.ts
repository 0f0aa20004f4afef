import { Turns } from '../runtime/event-loop.ts';
import { ColumnReader } from './column-reader.ts';
import { NumberWriter } from './number-codec.ts';
import { postingsOf } from './postings.ts';
import type { TermSequences } from './term-sequences.ts';

/** "PQK" and the number of the layout; in another byte order it reads as another number. */
const MAGIC = 0x50514b02;
const HEADER_NUMBERS = 8;

/** A file of keywords as it lies in memory: columns of 32-bit numbers, then bytes. */
export interface KeywordColumns {
  /** The terms in the order of their bytes: where each ends in `vocabulary`, and its number. */
  termEnds: Uint32Array;
  termNumbers: Uint32Array;
  /** By number of the term: in how many passages it stands, and where its postings begin. */
  having: Uint32Array;
  postingStarts: Uint32Array;
  /** By passage: how many terms it has, and where their sequence begins. */
  lengths: Uint32Array;
  sequenceStarts: Uint32Array;
  vocabulary: Buffer;
  /**
   * For each term the passages it stands in: by how much each number is above the last one, twice,
   * plus 1 where the term stands there more than once; how often is the next number then.
   */
  postings: Buffer;
  /** For each passage the numbers of its terms in order. */
  sequences: Buffer;
}

/** The keywords of passages as a file, in the machine's byte order. */
export async function encodeKeywords({ vocabulary, sequences }: TermSequences): Promise<Buffer> {
  const turns = new Turns();
  const written = await writeSequences(sequences, turns);
  const { having, postings, postingStarts } = await writePostings({ vocabulary, sequences }, turns);
  const terms = vocabulary.map((term, number) => ({ bytes: Buffer.from(term), number }));
  terms.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const termEnds = new Uint32Array(terms.length);
  let end = 0;
  for (const [i, { bytes }] of terms.entries()) {
    end += bytes.length;
    termEnds[i] = end;
  }
  const numbers = [
    Uint32Array.of(
      MAGIC,
      terms.length,
      sequences.length,
      end,
      postings.length,
      written.length,
      0,
      0,
    ),
    termEnds,
    Uint32Array.from(terms, ({ number }) => number),
    having,
    postingStarts,
    Uint32Array.from(sequences, ({ length }) => length),
    written.starts,
  ];
  return Buffer.concat([
    ...numbers.map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    ),
    ...terms.map(({ bytes }) => bytes),
    postings,
    written.content,
  ]);
}

async function writeSequences(sequences: readonly Uint32Array[], turns: Turns) {
  const writer = new NumberWriter();
  const starts = new Uint32Array(sequences.length);
  for (const [passage, sequence] of sequences.entries()) {
    starts[passage] = writer.length;
    for (const term of sequence) writer.write(term);
    if (turns.isOver) await turns.next();
  }
  return { starts, content: writer.content(), length: writer.length };
}

async function writePostings({ vocabulary, sequences }: TermSequences, turns: Turns) {
  const { starts, passages, counts } = await postingsOf(sequences, vocabulary.length);
  const writer = new NumberWriter();
  const having = new Uint32Array(vocabulary.length);
  const postingStarts = new Uint32Array(vocabulary.length);
  for (let term = 0; term < vocabulary.length; term++) {
    const [start = 0, end = 0] = [starts[term], starts[term + 1]];
    having[term] = end - start;
    postingStarts[term] = writer.length;
    let last = 0;
    for (let i = start; i < end; i++) {
      const passage = passages[i] ?? 0;
      const count = counts[i] ?? 0;
      writer.write(2 * (passage - last) + (count > 1 ? 1 : 0));
      if (count > 1) writer.write(count);
      last = passage;
    }
    if (turns.isOver) await turns.next();
  }
  return { having, postingStarts, postings: writer.content() };
}

/**
 * @param content begins at a multiple of 4 in its memory
 * @throws TypeError or RangeError when it is not what {@link encodeKeywords} makes.
 */
export function keywordColumnsOf(content: Buffer): KeywordColumns {
  const reader = new ColumnReader(content);
  const header = reader.numbers(HEADER_NUMBERS);
  const [magic, terms = 0, passages = 0, vocabulary = 0, postings = 0, sequences = 0] = header;
  if (magic !== MAGIC) throw new TypeError('not a file of keywords');
  const columns = {
    termEnds: reader.numbers(terms),
    termNumbers: reader.numbers(terms),
    having: reader.numbers(terms),
    postingStarts: reader.numbers(terms),
    lengths: reader.numbers(passages),
    sequenceStarts: reader.numbers(passages),
    vocabulary: reader.bytes(vocabulary),
    postings: reader.bytes(postings),
    sequences: reader.bytes(sequences),
  };
  if (reader.left > 0) throw new TypeError('not a file of keywords');
  return columns;
}
