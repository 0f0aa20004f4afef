import type { Postings } from './keywordIndex.ts';

/**
 * Numbers of up to 32 bits, seven bits a byte, the lowest first; the top bit says that more follow.
 */
class Writer {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  number(value: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  get content(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

class Reader {
  #place = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#place++];
      if (byte === undefined || shift > 28) throw new RangeError('no number here');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  bytes(length: number): Uint8Array {
    const start = this.#place;
    this.#place += length;
    if (this.#place > this.#bytes.length) throw new RangeError('the file is too short');
    return this.#bytes.subarray(start, this.#place);
  }
}

/** Lengths, terms, then for each term its passages as differences, each with its count. */
export function encodeKeywords({ terms, starts, passages, counts, lengths }: Postings): Buffer {
  const writer = new Writer();
  const words = Buffer.from(terms.join('\n'));
  for (const value of [lengths.length, terms.length, passages.length, words.length]) {
    writer.number(value);
  }
  for (const length of lengths) writer.number(length);
  for (let term = 0; term < terms.length; term++) {
    const start = starts[term] ?? 0;
    const end = starts[term + 1] ?? 0;
    writer.number(end - start);
    let before = 0;
    for (let i = start; i < end; i++) {
      const passage = passages[i] ?? 0;
      writer.number(passage - before);
      writer.number(counts[i] ?? 0);
      before = passage;
    }
  }
  return Buffer.concat([writer.content, words]);
}

/** @throws Error when the content is not what {@link encodeKeywords} makes. */
export function decodeKeywords(content: Buffer): Postings {
  const reader = new Reader(content);
  const [documents, vocabulary, size, wordBytes] = [
    reader.number(),
    reader.number(),
    reader.number(),
    reader.number(),
  ];
  const lengths = Uint32Array.from({ length: documents }, () => reader.number());
  const starts = new Uint32Array(vocabulary + 1);
  const passages = new Uint32Array(size);
  const counts = new Uint32Array(size);
  let place = 0;
  for (let term = 0; term < vocabulary; term++) {
    const end = place + reader.number();
    let passage = 0;
    for (; place < end; place++) {
      passage += reader.number();
      if (passage >= documents) throw new RangeError('no such passage');
      passages[place] = passage;
      counts[place] = reader.number();
    }
    starts[term + 1] = end;
  }
  const words = Buffer.from(reader.bytes(wordBytes)).toString('utf8');
  const terms = vocabulary === 0 ? [] : words.split('\n');
  if (terms.length !== vocabulary || place !== size) throw new RangeError('terms are missing');
  return { terms, starts, passages, counts, lengths };
}
