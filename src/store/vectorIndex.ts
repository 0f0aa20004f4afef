import { createRequire } from 'node:module';
import type { FileStorage, LocalIndex } from 'vectra';
import { asVectra, fromVectra, vectorCodec } from './vectorCodec.ts';

// vectra's own entry loads every embedding client it knows: 1 s and 90 MB more than this one class.
const require = createRequire(import.meta.url);
const vectra: { LocalIndex: typeof LocalIndex } = require(
  require.resolve('vectra').replace('index.js', 'LocalIndex.js'),
);

/** Vectors have the length 1, give or take the rounding of 32-bit numbers. */
const UNIT_TOLERANCE = 1e-3;

export interface PassageScore {
  /** The place of the passage in the corpus, from 0. */
  passage: number;
  score: number;
}

/** `first` to `last`, exclusive: the places of an article's passages in the corpus. */
export interface PassageRange {
  first: number;
  last: number;
}

/**
 * The index file for the vectors of each passage's windows. It is laid out here and not by
 * vectra's `batchInsertItems`, which compares each new id with all before: 10 s for 50,000.
 */
export function encodeVectors(passages: readonly (readonly Float32Array[])[]): Buffer {
  const items = passages.flatMap((windows, passage) =>
    windows.map((vector) => ({ passage, vector, norm: normOf(vector) })),
  );
  return vectorCodec.serializeIndex({
    version: 1,
    metadata_config: {},
    items: items.map(({ passage, vector, norm }, i) => {
      if (!(Math.abs(norm - 1) < UNIT_TOLERANCE)) {
        throw new RangeError(`A vector has the length ${norm}, not 1.`);
      }
      return { id: String(i), metadata: { passage }, vector: asVectra(vector), norm };
    }),
  });
}

/** The vectors of the corpus, searched by vectra. */
export class VectorIndex {
  readonly #index: LocalIndex;
  /** By passage. */
  readonly #windows: Float32Array[][] = [];
  /** How many windows more than one the passages have, largest first, summed up: 0, a, a + b... */
  readonly #extraWindows: number[];

  private constructor(index: LocalIndex, windows: Float32Array[][]) {
    this.#index = index;
    this.#windows = windows;
    const extras = windows.map(({ length }) => length - 1).filter((extra) => extra > 0);
    let sum = 0;
    this.#extraWindows = [0, ...extras.sort((a, b) => b - a).map((extra) => (sum += extra))];
  }

  /** @throws Error when the content is not what {@link encodeVectors} makes. */
  static async open(content: Buffer): Promise<VectorIndex> {
    const index = new vectra.LocalIndex('', 'vectors.bin', inMemory(content), vectorCodec);
    const windows: Float32Array[][] = [];
    for (const { metadata, vector } of await index.listItems()) {
      const passage = Number(metadata.passage);
      windows[passage] = [...(windows[passage] ?? []), fromVectra(vector)];
    }
    return new VectorIndex(index, windows);
  }

  windowsOf(passage: number): readonly Float32Array[] {
    return this.#windows[passage] ?? [];
  }

  /** By cosine, best first; a passage counts by its best window, equals by their place. */
  async nearest(vector: Float32Array, k: number, within?: PassageRange[]): Promise<PassageScore[]> {
    // Enough items for k passages even if those with the most windows come first.
    const extra = this.#extraWindows[Math.min(k, this.#extraWindows.length) - 1] ?? 0;
    const items = await this.#index.queryItems(asVectra(vector), '', k + extra, filterOf(within));
    const best = new Map<number, number>();
    for (const { item, score } of items) {
      const passage = Number(item.metadata.passage);
      best.set(passage, Math.max(score, best.get(passage) ?? -1));
    }
    return Array.from(best, ([passage, score]) => ({ passage, score }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, k);
  }
}

function normOf(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}

/** An index that is only read asks no more than this of its storage. */
function inMemory(content: Buffer): FileStorage {
  const storage: Pick<FileStorage, 'pathExists' | 'readFile'> = {
    pathExists: async () => true,
    readFile: async () => content,
  };
  return storage as FileStorage;
}

/** vectra's `$in` never matches a number, so: one pair of bounds for each article. */
function filterOf(within: PassageRange[] | undefined) {
  if (!within) return undefined;
  return { $or: within.map(({ first, last }) => ({ passage: { $gte: first, $lt: last } })) };
}
