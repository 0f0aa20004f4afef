import type { FileStorage, IndexCodec, IndexItem } from 'vectra';
import { Turns } from '../runtime/event-loop.ts';
import type { PassageRange, PassageScore } from './places.ts';
import { asVectra, decodeVectors, fromVectra } from './vector-codec.ts';
import { LocalIndex } from './vectra.ts';

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

  /** @throws Error when the content is not what `encodeVectors` makes. */
  static async open(content: Buffer): Promise<VectorIndex> {
    const all = await decodeVectors(content);
    const turns = new Turns();
    const items: IndexItem[][] = [];
    for (const item of all) {
      const passage = Number(item.metadata.passage);
      const known = items[passage];
      if (known) known.push(item);
      else items[passage] = [item];
      if (turns.isOver) await turns.next();
    }
    return new VectorIndex(indexOf(all), items);
  }

  /** Number of passages. */
  get size(): number {
    return this.#items.length;
  }

  vectorsOf(passage: number): Float32Array[] {
    return (this.#items[passage] ?? []).map(({ vector }) => fromVectra(vector));
  }

  /** By cosine, best first, equals by their place; a passage counts by its best vector. */
  async searchVectors(
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
    return indexOf(within.flatMap(({ first, last }) => this.#items.slice(first, last).flat()));
  }
}

/**
 * vectra's index in memory. The file is read and written here and not by vectra, whose
 * `batchInsertItems` compares each new id with all before: 10 s for 50,000.
 */
function indexOf(items: IndexItem[]): LocalIndex {
  // An index that is only read asks no more than this of its storage and its codec.
  const storage: Pick<FileStorage, 'pathExists' | 'readFile'> = {
    pathExists: async () => true,
    readFile: async () => Buffer.alloc(0),
  };
  const codec: Pick<IndexCodec, 'extension' | 'deserializeIndex'> = {
    extension: '.bin',
    deserializeIndex: () => ({ version: 1, metadata_config: {}, items }),
  };
  return new LocalIndex('', 'vectors.bin', storage as FileStorage, codec as IndexCodec);
}
