/**
 * Whole numbers of up to 32 bits as bytes: seven bits each, the lowest first; the eighth bit says
 * that more follow.
 */
export class NumberWriter {
  #content: Buffer = Buffer.alloc(2 ** 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  write(value: number): void {
    if (this.#length + MAX_BYTES > this.#content.length) {
      const larger = Buffer.alloc(2 * this.#content.length);
      this.#content.copy(larger);
      this.#content = larger;
    }
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.#content[this.#length++] = (rest & 0x7f) | 0x80;
    this.#content[this.#length++] = rest;
  }

  content(): Buffer {
    return this.#content.subarray(0, this.#length);
  }
}

/** A 32-bit number takes up to five times seven bits. */
const MAX_BYTES = 5;

export class NumberReader {
  readonly #content: Uint8Array;
  place: number;

  constructor(content: Uint8Array, place: number) {
    this.#content = content;
    this.place = place;
  }

  next(): number {
    let byte = this.#content[this.place++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80 && shift < 7 * MAX_BYTES; shift += 7) {
      byte = this.#content[this.place++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  }
}
