import type { Dirent } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexError } from '../errors.ts';
import { INDEX_MARKER } from '../runtime/index-marker.ts';
import { GENERATIONS, isOwn, LOCKS, MANIFEST } from './own-files.ts';

const MARK =
  'Pullquote keeps its index in this folder. What it made here it also removes; nothing else.\n';

/**
 * Makes a folder one that an index may be written to: a new or an empty one is marked, and so is
 * an index from before there were marks. The mark is there before anything else is.
 *
 * @throws IndexError for a folder that holds anything else.
 */
export async function claimFolder(indexDir: string): Promise<void> {
  await mkdir(indexDir, { recursive: true });
  const entries = await readdir(indexDir, { withFileTypes: true });
  if (entries.some(({ name }) => name === INDEX_MARKER)) return;
  const foreign = await findForeign(indexDir, entries);
  if (foreign !== undefined) {
    throw new IndexError(
      'foreign',
      `The folder ${indexDir} holds ${foreign}, which is no part of an index: set INDEX_DIR to a folder of its own.`,
    );
  }
  await writeFile(join(indexDir, INDEX_MARKER), MARK);
}

/** @returns the path below the folder of something that the program did not make, if there is. */
async function findForeign(indexDir: string, entries: Dirent[]): Promise<string | undefined> {
  const hasGenerations = entries.some(({ name }) => name === GENERATIONS);
  for (const entry of entries) {
    const { name } = entry;
    if (name === GENERATIONS && entry.isDirectory()) {
      const foreign = await findForeignGeneration(indexDir);
      if (foreign !== undefined) return foreign;
    } else if (name === LOCKS && entry.isDirectory()) {
      const foreign = (await readdir(join(indexDir, LOCKS))).find((each) => !isOwn.lock(each));
      if (foreign !== undefined) return join(LOCKS, foreign);
    } else if (!entry.isFile() || !(isManifest(name) && hasGenerations)) {
      return name;
    }
  }
  return undefined;
}

/** Others write a manifest.json too; no index has one without a folder of generations. */
const isManifest = (name: string) => name === MANIFEST || isOwn.manifestAside(name);

async function findForeignGeneration(indexDir: string): Promise<string | undefined> {
  const folder = join(indexDir, GENERATIONS);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || !isOwn.generation(entry.name)) return join(GENERATIONS, entry.name);
    const names = await readdir(join(folder, entry.name));
    const foreign = names.find((name) => !isOwn.generationFile(name));
    if (foreign !== undefined) return join(GENERATIONS, entry.name, foreign);
  }
  return undefined;
}
