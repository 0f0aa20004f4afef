import { join } from 'node:path';
import { IndexError } from '../errors.ts';
import { decodeArticles } from './article-codec.ts';
import { readRecorded } from './files.ts';
import { decodeKeywords } from './keyword-codec.ts';
import { KeywordIndex } from './keyword-index.ts';
import {
  currentGeneration,
  generationsFolder,
  publicManifest,
  readManifest,
  type StoredManifest,
} from './manifest.ts';
import { unusable } from './problems.ts';
import type { Manifest, PassageStore } from './types.ts';
import { VectorIndex } from './vector-index.ts';
import { VectraStore } from './vectra-store.ts';

/**
 * Opens the current generation of an index. All of it is checked and read into memory, so that it
 * stays usable after another has taken its place.
 *
 * @throws IndexError when it is missing, damaged, of another format or made with another model.
 */
export async function openStore(
  indexDir: string,
  { model }: { model: Manifest['model'] },
): Promise<PassageStore> {
  const manifest = await readManifest(indexDir);
  checkModel(indexDir, manifest.model, model);
  try {
    return await readGeneration(indexDir, manifest);
  } catch (error) {
    // Swapped away and removed while it was read: the one that took its place will do.
    const current = await currentGeneration(indexDir);
    if (current === undefined || current === manifest.generation) throw error;
    return openStore(indexDir, { model });
  }
}

async function readGeneration(indexDir: string, manifest: StoredManifest): Promise<PassageStore> {
  const read = async <T>(
    name: keyof StoredManifest['files'],
    decode: (content: Buffer) => T | Promise<T>,
  ): Promise<T> => {
    try {
      const path = join(generationsFolder(indexDir), manifest.generation, name);
      return await decode(await readRecorded(path, manifest.files[name]));
    } catch (error) {
      throw unusable(indexDir, name, error);
    }
  };
  const [articles, keywords, vectors] = await Promise.all([
    read('articles.jsonl.gz', decodeArticles),
    read('keywords.bin', (content) => new KeywordIndex(decodeKeywords(content))),
    read('vectors.bin', VectorIndex.open),
  ]);
  const sizes = [articles.flatMap(({ passages }) => passages).length, keywords.size, vectors.size];
  if (sizes.some((size) => size !== manifest.passages)) {
    throw unusable(indexDir, 'its files do not fit each other');
  }
  return new VectraStore(publicManifest(manifest), articles, keywords, vectors);
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
