import { ROW_MULTIPLE } from './scan-module.ts';

/** "PQV" and the number of the layout; in another byte order it reads as another number. */
export const MAGIC = 0x50515602;
const HEADER_BYTES = 32;

/** The columns of a file of vectors, all in the machine's byte order. */
export interface VectorColumns {
  /** Magic, dimensions, number of vectors, number of passages. */
  header: Uint32Array;
  /** The high bits: a row a vector. */
  high: Int8Array;
  /** The low bits: a row a vector, a quarter as wide. */
  low: Uint8Array;
  /** What the rows of `high` are multiplied with: four times that of the whole numbers. */
  scales: Float32Array;
  /** Where the vectors of each passage begin; one more than there are passages. */
  starts: Uint32Array;
}

export interface VectorLayout {
  dimensions: number;
  vectors: number;
  passages: number;
}

/** Bytes of a row: the dimensions, padded. */
export const widthOf = (dimensions: number) => Math.ceil(dimensions / ROW_MULTIPLE) * ROW_MULTIPLE;

/** Where each column begins, in bytes. */
export function placesOf({ dimensions, vectors, passages }: VectorLayout) {
  const width = widthOf(dimensions);
  const low = HEADER_BYTES + vectors * width;
  const scales = low + (vectors * width) / 4;
  const starts = scales + 4 * vectors;
  return { high: HEADER_BYTES, low, scales, starts, end: starts + 4 * (passages + 1) };
}

/** @param start a multiple of 4 */
export function columnsOf(buffer: ArrayBuffer, start: number, layout: VectorLayout): VectorColumns {
  const { dimensions, vectors, passages } = layout;
  const places = placesOf(layout);
  const width = widthOf(dimensions);
  return {
    header: new Uint32Array(buffer, start, 4),
    high: new Int8Array(buffer, start + places.high, vectors * width),
    low: new Uint8Array(buffer, start + places.low, (vectors * width) / 4),
    scales: new Float32Array(buffer, start + places.scales, vectors),
    starts: new Uint32Array(buffer, start + places.starts, passages + 1),
  };
}

/** @throws TypeError when it is not the header of such a file. */
export function layoutOf(content: Uint8Array): VectorLayout {
  if (content.byteLength >= HEADER_BYTES) {
    const header = new Uint32Array(content.slice(0, HEADER_BYTES).buffer);
    const [magic, dimensions = 0, vectors = 0, passages = 0] = header;
    const layout = { dimensions, vectors, passages };
    if (magic === MAGIC && content.byteLength === placesOf(layout).end) return layout;
  }
  throw new TypeError('not a file of vectors');
}
