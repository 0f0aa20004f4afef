/** Reads a file of columns from its beginning. Nothing is copied: all it gives are views. */
export class ColumnReader {
  readonly #content: Buffer;
  #place = 0;

  /** @param content begins at a multiple of 4 in its memory */
  constructor(content: Buffer) {
    this.#content = content;
  }

  /** Bytes that were not read yet. */
  get left(): number {
    return this.#content.length - this.#place;
  }

  /** 32-bit numbers. @throws RangeError when there are not as many. */
  numbers(count: number): Uint32Array {
    const { buffer, byteOffset } = this.bytes(4 * count);
    return new Uint32Array(buffer, byteOffset, count);
  }

  /** @throws RangeError when there are not as many. */
  bytes(count: number): Buffer {
    if (count > this.left) throw new RangeError('the file is cut off');
    this.#place += count;
    return this.#content.subarray(this.#place - count, this.#place);
  }
}
