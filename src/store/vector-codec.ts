import type { IndexItem } from 'vectra';
import { Turns } from '../runtime/event-loop.ts';

/** "PQV" and the number of the layout; in another byte order it reads as another number. */
const MAGIC = 0x50515601;
/** The version of vectra's own layout that its items have. */
const VECTRA_VERSION = 1;
/** Four 32-bit words: magic, vectra's own version, dimensions, number of items. */
const HEADER_BYTES = 16;
/** Vectors have the length 1, give or take the rounding of 32-bit numbers. */
const UNIT_TOLERANCE = 1e-3;

/**
 * The vectors of each passage's windows as a file of columns: header, norms (f64), vectors (f32),
 * passages (u32), all in the machine's byte order.
 *
 * @throws RangeError for a vector that is not of length 1, TypeError for different dimensions.
 */
export async function encodeVectors(
  passages: readonly (readonly Float32Array[])[],
): Promise<Buffer> {
  const turns = new Turns();
  const count = passages.reduce((sum, { length }) => sum + length, 0);
  const dimensions = passages.find(({ length }) => length > 0)?.[0]?.length ?? 0;
  const buffer = Buffer.alloc(bytesOf(count, dimensions));
  const columns = columnsOf(buffer, count, dimensions);
  columns.header.set([MAGIC, VECTRA_VERSION, dimensions, count]);
  let i = 0;
  for (const [passage, windows] of passages.entries()) {
    for (const vector of windows) {
      if (vector.length !== dimensions) {
        throw new TypeError(`passage ${passage}: ${vector.length} dimensions`);
      }
      columns.norms[i] = unitNorm(vector);
      columns.vectors.set(vector, i * dimensions);
      columns.passages[i] = passage;
      i++;
    }
    if (turns.isOver) await turns.next();
  }
  return buffer;
}

/**
 * The length of a vector, which vectra keeps beside it.
 *
 * @throws RangeError when it is not 1.
 */
export function unitNorm(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const norm = Math.sqrt(sum);
  if (Math.abs(norm - 1) < UNIT_TOLERANCE) return norm;
  throw new RangeError(`A vector has the length ${norm}, not 1.`);
}

/**
 * vectra's items, in the order of their passages. An item's metadata is the number of its passage.
 * Nothing is copied: the vectors are views into the content.
 *
 * @throws TypeError when the content is not what {@link encodeVectors} makes.
 */
export async function decodeVectors(content: Buffer): Promise<IndexItem[]> {
  const turns = new Turns();
  const buffer = content.byteOffset % 8 === 0 ? content : copyOf(content);
  const [magic, version, dimensions = 0, count = 0] = columnsOf(buffer, 0, 0).header;
  const isWhole = buffer.length === bytesOf(count, dimensions);
  if (magic !== MAGIC || version !== VECTRA_VERSION || !isWhole) {
    throw new TypeError('not a file of vectors');
  }
  const { norms, vectors, passages } = columnsOf(buffer, count, dimensions);
  const items: IndexItem[] = [];
  for (const [i, passage] of passages.entries()) {
    const vector = vectors.subarray(i * dimensions, (i + 1) * dimensions);
    items.push({
      id: String(i),
      metadata: { passage },
      vector: asVectra(vector),
      norm: norms[i] ?? 0,
    });
    if (turns.isOver) await turns.next();
  }
  return items;
}

/** vectra's types ask for `number[]`, but all it does with a vector is to read its numbers. */
export const asVectra = (vector: Float32Array) => vector as unknown as number[];
export const fromVectra = (vector: number[]) => vector as unknown as Float32Array;

const bytesOf = (count: number, dimensions: number) =>
  HEADER_BYTES + count * (8 + 4 * dimensions + 4);

function columnsOf({ buffer, byteOffset }: Buffer, count: number, dimensions: number) {
  const norms = byteOffset + HEADER_BYTES;
  const vectors = norms + 8 * count;
  const passages = vectors + 4 * count * dimensions;
  return {
    header: new Uint32Array(buffer, byteOffset, HEADER_BYTES / 4),
    norms: new Float64Array(buffer, norms, count),
    vectors: new Float32Array(buffer, vectors, count * dimensions),
    passages: new Uint32Array(buffer, passages, count),
  };
}

/** A buffer of its own, which starts where any typed array may start. */
function copyOf(content: Buffer): Buffer {
  return Buffer.from(new Uint8Array(content).buffer);
}
