import type { FileStorage, IndexCodec, IndexItem, MetadataTypes, QueryResult } from 'vectra';
import type { RowRange, VectorBlock } from './scan/vector-block.ts';
import { LocalIndex } from './vectra.ts';

/** vectra's types ask for `number[]`, but all it does with a vector is to read its numbers. */
export const asVectra = (vector: Float32Array) => vector as unknown as number[];

/** What is known of an item: the number of its passage. An item is a row of the block. */
export type RowMetadata = Record<string, MetadataTypes> & { passage: number };

/**
 * vectra's index over a block of vectors, or some rows of it. Its scan goes over an object a
 * vector, which takes 25 times as long as over one matrix and five times the memory; so this one
 * method is ours. All others read the items through the codec, as vectra does.
 */
export class BlockIndex extends LocalIndex {
  readonly #block: VectorBlock;
  readonly #rows: readonly RowRange[];

  constructor(block: VectorBlock, rows: readonly RowRange[]) {
    const items = () => rows.flatMap((range) => itemsOf(block, range));
    // An index that is only read asks no more than this of its storage and its codec.
    const storage: Pick<FileStorage, 'pathExists' | 'readFile'> = {
      pathExists: async () => true,
      readFile: async () => Buffer.alloc(0),
    };
    const codec: Pick<IndexCodec, 'extension' | 'deserializeIndex'> = {
      extension: '.bin',
      deserializeIndex: () => ({ version: 1, metadata_config: {}, items: items() }),
    };
    super('', 'vectors.bin', storage as FileStorage, codec as IndexCodec);
    this.#block = block;
    this.#rows = rows;
  }

  /** @throws RangeError for a filter: {@link BlockIndex} takes ranges of rows instead. */
  override async queryItems<Metadata extends Record<string, MetadataTypes>>(
    vector: number[],
    _query: string,
    topK: number,
    filter?: object,
  ): Promise<QueryResult<Metadata>[]> {
    if (filter) throw new RangeError('Filters are not looked at.');
    const nearest = await this.#block.nearest(Float32Array.from(vector), topK, this.#rows);
    return nearest.map(({ row, score }) => ({
      item: itemOf(this.#block, row) as unknown as IndexItem<Metadata>,
      score,
    }));
  }
}

function itemsOf(block: VectorBlock, { first, last }: RowRange): IndexItem[] {
  return Array.from({ length: last - first }, (_, i) => itemOf(block, first + i));
}

/** The vector is made when it is asked for: a search wants the number of the passage only. */
function itemOf(block: VectorBlock, row: number): IndexItem<RowMetadata> {
  return {
    id: String(row),
    metadata: { passage: block.passageOf(row) },
    norm: 1,
    get vector() {
      return asVectra(block.vector(row));
    },
  };
}
