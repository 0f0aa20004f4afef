import { join } from 'node:path';
import { IndexError } from '../errors.ts';
import { ArticleTable } from './article-table.ts';
import { checkModel } from './check-model.ts';
import { isRecorded, readRecorded } from './files.ts';
import { encodeKeywords } from './keyword-codec.ts';
import { KeywordSegment } from './keyword-segment.ts';
import {
  currentGeneration,
  generationFolder,
  publicManifest,
  readManifest,
  type StoredManifest,
  type StoredSegment,
} from './manifest.ts';
import { decodeOrder } from './order-codec.ts';
import {
  listGenerations,
  ORDER,
  SEGMENT_FILES,
  type SegmentFile,
  SOURCES,
  segmentFile,
} from './own-files.ts';
import { unusable } from './problems.ts';
import { checkScan } from './scan/scan-module.ts';
import { Segment } from './segment.ts';
import type { Manifest, PassageStore } from './types.ts';
import { VectorIndex } from './vector-index.ts';
import { VectraStore } from './vectra-store.ts';

export interface StoreOptions {
  /** The model that questions are asked with. */
  model: Manifest['model'];
  /** A store of the same index: what it holds of a generation is not read again. */
  previous?: PassageStore | undefined;
  /** Whether the files of what is not read again are looked at, if they are still whole. */
  checkAll?: boolean;
}

/**
 * Opens the current generation of an index. All of it is checked and read into memory, so that it
 * stays usable after another has taken its place.
 *
 * @throws IndexError when it is missing, damaged, of another format or made with another model, or
 *   when the processor cannot search it.
 */
export async function openStore(indexDir: string, options: StoreOptions): Promise<PassageStore> {
  // Before an index is found missing, and hours are spent on one that cannot be searched.
  checkScan();
  const manifest = await readManifest(indexDir);
  checkModel(indexDir, manifest.model, options.model);
  try {
    return await readGeneration(indexDir, manifest, readKeywords, options);
  } catch (error) {
    // Swapped away and removed while it was read: the one that took its place will do.
    const current = await currentGeneration(indexDir);
    if (current === undefined || current === manifest.generation) throw error;
    return openStore(indexDir, options);
  }
}

export interface LastGood {
  store: PassageStore;
  /** Why it is not the current generation that was opened; undefined when it is. */
  damage: IndexError | undefined;
}

/**
 * Opens the current generation, or the newest of those before it that are whole.
 *
 * @throws IndexError as {@link openStore} does, when there is none.
 */
export async function openLastGood(indexDir: string, options: StoreOptions): Promise<LastGood> {
  const { model } = options;
  try {
    return { store: await openStore(indexDir, options), damage: undefined };
  } catch (error) {
    if (!(error instanceof IndexError) || !isDamage(error)) throw error;
    for (const generation of await listGenerations(indexDir).catch(() => [])) {
      try {
        const manifest = await readManifest(indexDir, generationFolder(indexDir, generation));
        checkModel(indexDir, manifest.model, model);
        const store = await readGeneration(indexDir, manifest, readKeywords);
        const isLost = error.code === 'missing';
        return { store, damage: isLost ? unusable(indexDir, 'manifest.json') : error };
      } catch (reason) {
        if (!(reason instanceof IndexError)) throw reason;
      }
    }
    throw error;
  }
}

/** A lost manifest with generations beside it is damage too. */
const isDamage = ({ code }: IndexError) =>
  code === 'damaged' || code === 'unreadable' || code === 'missing';

/**
 * What a build can take over of a current generation that cannot be searched any more: its articles
 * and vectors.
 *
 * @returns undefined when not even these are whole.
 */
export async function openRemains(
  indexDir: string,
  { model }: StoreOptions,
): Promise<PassageStore | undefined> {
  try {
    const manifest = await readManifest(indexDir);
    checkModel(indexDir, manifest.model, model);
    return await readGeneration(indexDir, manifest, withoutKeywords);
  } catch (error) {
    if (error instanceof IndexError) return undefined;
    throw error;
  }
}

/** What of a generation is read: its keywords too, or not. */
type ReadKeywords = (read: () => Promise<Buffer>, passages: number) => Promise<KeywordSegment>;

const readKeywords: ReadKeywords = async (read) => new KeywordSegment(await read());

const withoutKeywords: ReadKeywords = async (_, passages) => {
  const sequences = Array.from({ length: passages }, () => new Uint32Array());
  return new KeywordSegment(await encodeKeywords({ vocabulary: [], sequences }));
};

async function readGeneration(
  indexDir: string,
  manifest: StoredManifest,
  openKeywords: ReadKeywords,
  { previous, checkAll }: Pick<StoreOptions, 'previous' | 'checkAll'> = {},
): Promise<PassageStore> {
  const known = previous instanceof VectraStore ? previous.segments : [];
  const folder = generationFolder(indexDir, manifest.generation);
  const order = await reading(indexDir, ORDER, async () =>
    decodeOrder(await readRecorded(join(folder, ORDER), manifest.order)),
  );
  const { sources } = manifest;
  const source =
    sources &&
    (await reading(indexDir, SOURCES, () => readRecorded(join(folder, SOURCES), sources)));
  const segments: Segment[] = [];
  for (const [number, { id, files }] of manifest.segments.entries()) {
    const same = known.find(({ segment }) => segment.id === id)?.segment;
    if (same && checkAll) await checkSegment(number, files);
    segments.push(same ?? (await readSegment(number, id, files)));
  }
  return reading(indexDir, UNFIT, async () => {
    const store = new VectraStore(publicManifest(manifest), segments, order, source);
    const passages = store.segments.reduce((sum, { size }) => sum + size, 0);
    if (passages !== manifest.passages) throw new RangeError(UNFIT);
    return store;
  });

  async function checkSegment(number: number, files: StoredSegment['files']): Promise<void> {
    for (const file of SEGMENT_FILES) {
      const name = segmentFile(file, number);
      if (!(await isRecorded(join(folder, name), files[file]))) throw unusable(indexDir, name);
    }
  }

  async function readSegment(
    number: number,
    id: string,
    files: StoredSegment['files'],
  ): Promise<Segment> {
    const read = <T>(
      file: SegmentFile,
      decode: (read: (target?: Buffer) => Promise<Buffer>) => Promise<T>,
    ) => {
      const name = segmentFile(file, number);
      const content = (target?: Buffer) => readRecorded(join(folder, name), files[file], target);
      return reading(indexDir, name, () => decode(content));
    };
    const [table, vectors] = await Promise.all([
      read('articles', async (content) => new ArticleTable(await content())),
      read('vectors', (content) => VectorIndex.open(files.vectors.bytes, content)),
    ]);
    const keywords = await read('keywords', (content) => openKeywords(content, table.size));
    return reading(indexDir, UNFIT, async () => new Segment(id, table, keywords, vectors));
  }
}

const UNFIT = 'its files do not fit each other';

/** @throws IndexError that names what could not be read. */
async function reading<T>(indexDir: string, name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw unusable(indexDir, name, error);
  }
}
