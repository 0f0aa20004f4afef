import type { FileStorage, IndexCodec, IndexItem } from 'vectra';
import type { PassageRange, PassageScore } from './places.ts';
import { asVectra, fromVectra, vectorCodec } from './vector-codec.ts';
import { LocalIndex } from './vectra.ts';

/** Vectors have the length 1, give or take the rounding of 32-bit numbers. */
const UNIT_TOLERANCE = 1e-3;

/**
 * The index file for the vectors of each passage's windows. It is laid out here and not by
 * vectra's `batchInsertItems`, which compares each new id with all before: 10 s for 50,000.
 *
 * @throws RangeError for a vector that is not of length 1.
 */
export function encodeVectors(passages: readonly (readonly Float32Array[])[]): Buffer {
  const vectors = passages.flatMap((windows, passage) =>
    windows.map((vector) => ({ metadata: { passage }, vector: asVectra(vector) })),
  );
  const items = vectors.map((item, i) => ({ ...item, id: String(i), norm: unitNorm(item.vector) }));
  return vectorCodec.serializeIndex({ version: 1, metadata_config: {}, items });
}

/** The length of a vector, which vectra keeps beside it. */
function unitNorm(vector: number[]): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const norm = Math.sqrt(sum);
  if (Math.abs(norm - 1) < UNIT_TOLERANCE) return norm;
  throw new RangeError(`A vector has the length ${norm}, not 1.`);
}

/** The vectors of the corpus, searched by vectra. */
export class VectorIndex {
  readonly #index: LocalIndex;
  /** The vectors of each passage. */
  readonly #items: IndexItem[][];
  /** How many vectors more than one the passages have, the most first, summed up from 0. */
  readonly #extra: number[];

  private constructor(index: LocalIndex, items: IndexItem[][]) {
    this.#index = index;
    this.#items = items;
    this.#extra = [0];
    for (const { length } of items.toSorted((a, b) => b.length - a.length)) {
      this.#extra.push((this.#extra.at(-1) ?? 0) + length - 1);
    }
  }

  /** @throws Error when the content is not what {@link encodeVectors} makes. */
  static async open(content: Buffer): Promise<VectorIndex> {
    const index = indexOf(content, vectorCodec);
    const items: IndexItem[][] = [];
    for (const item of await index.listItems()) {
      const passage = Number(item.metadata.passage);
      const known = items[passage];
      if (known) known.push(item);
      else items[passage] = [item];
    }
    return new VectorIndex(index, items);
  }

  /** Number of passages. */
  get size(): number {
    return this.#items.length;
  }

  vectorsOf(passage: number): Float32Array[] {
    return (this.#items[passage] ?? []).map(({ vector }) => fromVectra(vector));
  }

  /** By cosine, best first, equals by their place; a passage counts by its best vector. */
  async nearest(
    vector: Float32Array,
    k: number,
    within?: readonly PassageRange[],
  ): Promise<PassageScore[]> {
    const index = within ? this.#only(within) : this.#index;
    // Enough for k passages even if those with the most vectors take the first places.
    const extra = this.#extra[Math.min(k, this.#extra.length) - 1] ?? 0;
    const best = new Map<number, number>();
    for (const { item, score } of await index.queryItems(asVectra(vector), '', k + extra)) {
      const passage = Number(item.metadata.passage);
      best.set(passage, Math.max(score, best.get(passage) ?? -1));
    }
    return Array.from(best, ([passage, score]) => ({ passage, score }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, k);
  }

  /** An index of some passages: vectra's filters look at every item, and `$in` at no number. */
  #only(within: readonly PassageRange[]): LocalIndex {
    const items = within.flatMap(({ first, last }) => this.#items.slice(first, last).flat());
    const data = { version: 1, metadata_config: {}, items };
    return indexOf(Buffer.alloc(0), { ...vectorCodec, deserializeIndex: () => data });
  }
}

function indexOf(content: Buffer, codec: IndexCodec): LocalIndex {
  // An index that is only read asks no more than this of its storage.
  const storage: Pick<FileStorage, 'pathExists' | 'readFile'> = {
    pathExists: async () => true,
    readFile: async () => content,
  };
  return new LocalIndex('', 'vectors.bin', storage as FileStorage, codec);
}
