import type { IndexCodec, IndexItem } from 'vectra';

/** "PQV" and the number of the layout; in another byte order it reads as another number. */
const MAGIC = 0x50515601;
/** Four 32-bit words: magic, vectra's own version, dimensions, number of items. */
const HEADER_BYTES = 16;

/**
 * vectra's index file as columns: header, norms (f64), vectors (f32), passages (u32), all in the
 * machine's byte order. An item's id is its place, its metadata the number of its passage. Reading
 * copies nothing: the vectors are views into the buffer.
 */
export const vectorCodec: IndexCodec = {
  extension: '.bin',

  serializeIndex({ version, items }) {
    const dimensions = items[0]?.vector.length ?? 0;
    const buffer = Buffer.alloc(bytesOf(items.length, dimensions));
    const { header, norms, vectors, passages } = columnsOf(buffer, items.length, dimensions);
    header.set([MAGIC, version, dimensions, items.length]);
    items.forEach(({ id, vector, norm, metadata }, i) => {
      if (id !== String(i) || vector.length !== dimensions) {
        throw new TypeError(`item ${i}: id ${id}, ${vector.length} dimensions`);
      }
      norms[i] = norm;
      vectors.set(vector, i * dimensions);
      passages[i] = Number(metadata.passage);
    });
    return buffer;
  },

  deserializeIndex(content) {
    const buffer = content.byteOffset % 8 === 0 ? content : copyOf(content);
    const [magic, version = 0, dimensions = 0, count = 0] = columnsOf(buffer, 0, 0).header;
    if (magic !== MAGIC || buffer.length !== bytesOf(count, dimensions)) {
      throw new TypeError('not a file of vectors');
    }
    const { norms, vectors, passages } = columnsOf(buffer, count, dimensions);
    const items = Array.from(passages, (passage, i): IndexItem => {
      const vector = vectors.subarray(i * dimensions, (i + 1) * dimensions);
      return {
        id: String(i),
        metadata: { passage },
        vector: asVectra(vector),
        norm: norms[i] ?? 0,
      };
    });
    return { version, metadata_config: {}, items };
  },

  serializeCatalog: toJson,
  deserializeCatalog: fromJson,
  serializeMetadata: toJson,
  deserializeMetadata: fromJson,
};

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

function toJson(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function fromJson<T>(content: Buffer): T {
  return JSON.parse(content.toString('utf8'));
}
