import { join } from 'node:path';
import { IndexError } from '../errors.ts';
import { decodeArticles } from './article-codec.ts';
import { readRecorded } from './files.ts';
import { decodeKeywords } from './keyword-codec.ts';
import { KeywordIndex } from './keyword-index.ts';
import {
  currentGeneration,
  generationFolder,
  publicManifest,
  readManifest,
  type StoredManifest,
} from './manifest.ts';
import { listGenerations } from './own-files.ts';
import { unusable } from './problems.ts';
import type { Manifest, PassageStore } from './types.ts';
import { VectorIndex } from './vector-index.ts';
import { VectraStore } from './vectra-store.ts';

export interface StoreOptions {
  /** The model that questions are asked with. */
  model: Manifest['model'];
}

/**
 * Opens the current generation of an index. All of it is checked and read into memory, so that it
 * stays usable after another has taken its place.
 *
 * @throws IndexError when it is missing, damaged, of another format or made with another model.
 */
export async function openStore(indexDir: string, { model }: StoreOptions): Promise<PassageStore> {
  const manifest = await readManifest(indexDir);
  checkModel(indexDir, manifest.model, model);
  try {
    return await readGeneration(indexDir, manifest, readKeywords);
  } catch (error) {
    // Swapped away and removed while it was read: the one that took its place will do.
    const current = await currentGeneration(indexDir);
    if (current === undefined || current === manifest.generation) throw error;
    return openStore(indexDir, { model });
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
export async function openLastGood(indexDir: string, { model }: StoreOptions): Promise<LastGood> {
  try {
    return { store: await openStore(indexDir, { model }), damage: undefined };
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
    const noTerms = Array.from({ length: manifest.passages }, () => new Uint32Array());
    return await readGeneration(indexDir, manifest, () =>
      KeywordIndex.of({ vocabulary: [], sequences: noTerms }),
    );
  } catch (error) {
    if (error instanceof IndexError) return undefined;
    throw error;
  }
}

type Read = <T>(
  name: keyof StoredManifest['files'],
  decode: (content: Buffer) => T | Promise<T>,
) => Promise<T>;

const readKeywords = (read: Read): Promise<KeywordIndex> =>
  read('keywords.bin', async (content) => KeywordIndex.of(await decodeKeywords(content)));

async function readGeneration(
  indexDir: string,
  manifest: StoredManifest,
  openKeywords: (read: Read) => Promise<KeywordIndex>,
): Promise<PassageStore> {
  const folder = generationFolder(indexDir, manifest.generation);
  const read: Read = async (name, decode) => {
    try {
      return await decode(await readRecorded(join(folder, name), manifest.files[name]));
    } catch (error) {
      throw unusable(indexDir, name, error);
    }
  };
  const [articles, keywords, vectors] = await Promise.all([
    read('articles.jsonl.gz', decodeArticles),
    openKeywords(read),
    read('vectors.bin', VectorIndex.open),
  ]);
  const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
  const sizes = [passages, keywords.size, vectors.size];
  if (sizes.some((size) => size !== manifest.passages)) {
    throw unusable(indexDir, 'its files do not fit each other');
  }
  return VectraStore.of(publicManifest(manifest), articles, keywords, vectors);
}

/** What a model computes must be the same; the name it goes by may change with where it lies. */
const COMPARED = [
  'sha256',
  'dimensions',
  'pooling',
  'queryPrefix',
  'passagePrefix',
  'maxTokens',
] as const;

function checkModel(indexDir: string, stored: Manifest['model'], asked: Manifest['model']): void {
  const other = COMPARED.find((part) => stored[part] !== asked[part]);
  if (other === undefined) return;
  const [made, now] = [JSON.stringify(stored[other]), JSON.stringify(asked[other])];
  throw new IndexError(
    'model',
    `The index in ${indexDir} was made with another model (${stored.model} with ${other} ${made}, not ${asked.model} with ${now}): run \`npm run embed -- --force\`.`,
  );
}
