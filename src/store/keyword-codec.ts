import { Turns } from '../runtime/event-loop.ts';
import type { TermSequences } from './keyword-index.ts';

/**
 * One number after another: bytes of the vocabulary, number of passages, then each passage's
 * number of terms and the terms; then the vocabulary, a term a line.
 *
 * A number has seven bits a byte, the lowest first; the eighth bit says that more follow.
 */
export async function encodeKeywords({ vocabulary, sequences }: TermSequences): Promise<Buffer> {
  const turns = new Turns();
  const words = Buffer.from(vocabulary.join('\n'));
  const terms = sequences.reduce((sum, { length }) => sum + length, 0);
  const numbers = Buffer.alloc((2 + sequences.length + terms) * MAX_BYTES);
  let place = writeNumber(numbers, 0, words.length);
  place = writeNumber(numbers, place, sequences.length);
  for (const sequence of sequences) {
    place = writeNumber(numbers, place, sequence.length);
    for (const term of sequence) place = writeNumber(numbers, place, term);
    if (turns.isOver) await turns.next();
  }
  return Buffer.concat([numbers.subarray(0, place), words]);
}

/** @throws RangeError when the content is not what {@link encodeKeywords} makes. */
export async function decodeKeywords(content: Buffer): Promise<TermSequences> {
  const turns = new Turns();
  const reader = new NumberReader(content);
  const endOfNumbers = content.length - reader.next();
  const sequences: Uint32Array[] = [];
  let highest = -1;
  for (let left = reader.next(content.length); left > 0; left--) {
    const sequence = new Uint32Array(reader.next(content.length));
    for (let i = 0; i < sequence.length; i++) {
      const term = reader.next();
      sequence[i] = term;
      if (term > highest) highest = term;
    }
    sequences.push(sequence);
    if (turns.isOver) await turns.next();
  }
  const words = content.toString('utf8', endOfNumbers);
  const vocabulary = words === '' ? [] : words.split('\n');
  if (reader.place !== endOfNumbers || highest >= vocabulary.length) {
    throw new RangeError('the vocabulary does not fit');
  }
  return { vocabulary, sequences };
}

/** A 32-bit number takes up to five times seven bits. */
const MAX_BYTES = 5;

function writeNumber(target: Buffer, start: number, value: number): number {
  let place = start;
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) target[place++] = (rest & 0x7f) | 0x80;
  target[place++] = rest;
  return place;
}

class NumberReader {
  readonly #content: Buffer;
  place = 0;

  constructor(content: Buffer) {
    this.#content = content;
  }

  next(most = 2 ** 32): number {
    let value = 0;
    for (let shift = 0; shift < 7 * MAX_BYTES; shift += 7) {
      const byte = this.#content[this.place++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        if (value >>> 0 > most) break;
        return value >>> 0;
      }
    }
    throw new RangeError('not a number');
  }
}
