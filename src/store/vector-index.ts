import { asVectra, BlockIndex, type RowMetadata } from './block-index.ts';
import type { PassageRange, PassageScore } from './places.ts';
import { VectorBlock } from './scan/vector-block.ts';

/** The vectors of a segment, searched by vectra. */
export class VectorIndex {
  readonly #block: VectorBlock;
  /** How many passages have 0, 1, 2… vectors. */
  readonly #counts: number[] = [];

  /**
   * @param read writes the file's content
   * @throws Error when the content is not what `encodeVectors` makes.
   */
  static async open(
    bytes: number,
    read: (content: Buffer) => Promise<unknown>,
  ): Promise<VectorIndex> {
    return new VectorIndex(await VectorBlock.open(bytes, read));
  }

  private constructor(block: VectorBlock) {
    this.#block = block;
    for (let passage = 0; passage < block.passages; passage++) {
      const { first, last } = block.rowsOf(passage);
      this.#counts[last - first] = (this.#counts[last - first] ?? 0) + 1;
    }
  }

  /** Number of passages. */
  get size(): number {
    return this.#block.passages;
  }

  /** Number of the vectors of some passages. */
  countOf({ first, last }: PassageRange): number {
    const rows = this.#block.rowsOf(first, last);
    return rows.last - rows.first;
  }

  /** As they were stored, which is not to the last bit as they were given. */
  vectorsOf(passage: number): Float32Array[] {
    const { first, last } = this.#block.rowsOf(passage);
    return Array.from({ length: last - first }, (_, i) => this.#block.vector(first + i));
  }

  /** By cosine, best first, equals by their place; a passage counts by its best vector. */
  async searchVectors(
    vector: Float32Array,
    k: number,
    within: readonly PassageRange[],
  ): Promise<PassageScore[]> {
    const rows = within.map(({ first, last }) => this.#block.rowsOf(first, last));
    const index = new BlockIndex(this.#block, rows);
    const best = new Map<number, number>();
    const items = await index.queryItems<RowMetadata>(asVectra(vector), '', k + this.#extra(k));
    for (const { item, score } of items) {
      const { passage } = item.metadata;
      if (!best.has(passage)) best.set(passage, score);
    }
    return Array.from(best, ([passage, score]) => ({ passage, score }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, k);
  }

  /** By how many k passages may have more than k vectors: if those with the most come first. */
  #extra(k: number): number {
    let extra = 0;
    let left = k;
    for (let vectors = this.#counts.length - 1; vectors > 1 && left > 0; vectors--) {
      const passages = Math.min(left, this.#counts[vectors] ?? 0);
      extra += passages * (vectors - 1);
      left -= passages;
    }
    return extra;
  }
}
