import { link, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDurably, isRecorded, putInPlace } from './files.ts';
import { generationFolder, readManifest } from './manifest.ts';
import { listGenerations, segmentFile } from './own-files.ts';
import type { SharedFile } from './share-segments.ts';

/**
 * Sees to it that a generation shares no file with the one before, which is what serves when a
 * file is damaged. The generation before the last has a second one of each, but for those that the
 * last one brought: these are copied, once, and then there are two to be shared in turn.
 *
 * Until this is done, and when it fails, both generations are whole.
 *
 * @param others the generations whose files may be taken
 */
export async function separateFiles(
  indexDir: string,
  files: readonly SharedFile[],
  others: readonly string[],
): Promise<void> {
  const second = await filesOf(indexDir, others);
  for (const { segment, name, from, to, record } of files) {
    if (!(await isSameFile(from, to))) continue;
    const other = second.get(`${segment} ${name}`);
    const isShared =
      other !== undefined && !(await isSameFile(from, other)) && (await isRecorded(other, record));
    await putInPlace(to, async (aside) => {
      if (isShared) await link(other, aside);
      else await copyDurably(from, aside);
    });
  }
}

/** Which generations hold a file of these that could be taken; the others are of no more use. */
export async function generationsWith(
  indexDir: string,
  files: readonly SharedFile[],
  but: readonly string[],
): Promise<string[]> {
  if (files.length === 0) return [];
  const names = (await listGenerations(indexDir)).filter((name) => !but.includes(name));
  const held = await Promise.all(
    names.map(async (name) => {
      const own = await filesOf(indexDir, [name]);
      return files.some(({ segment, name }) => own.has(`${segment} ${name}`));
    }),
  );
  return names.filter((_, i) => held[i]);
}

/** The files of generations, by the ids of their segments and their own names. */
async function filesOf(
  indexDir: string,
  generations: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const generation of generations) {
    const folder = generationFolder(indexDir, generation);
    const manifest = await readManifest(indexDir, folder).catch(() => undefined);
    for (const [number, { id, files }] of (manifest?.segments ?? []).entries()) {
      for (const name of Object.keys(files) as (keyof typeof files)[]) {
        found.set(`${id} ${name}`, join(folder, segmentFile(name, number)));
      }
    }
  }
  return found;
}

/** Whether two names are of one file. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path, { bigint: true })));
  return a?.ino === b?.ino && a?.dev === b?.dev;
}
