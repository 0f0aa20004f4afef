import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

export const MANIFEST = 'manifest.json';
export const GENERATIONS = 'generations';
export const LOCKS = 'locks';
export const ORDER = 'order.bin';
export const SOURCES = 'sources.bin';
/** The files of a segment. */
export const SEGMENT_FILES = ['articles', 'keywords', 'vectors'] as const;
export type SegmentFile = (typeof SEGMENT_FILES)[number];
/** The name of a segment's file in the folder of a generation; segments are counted from 1. */
export const segmentFile = (file: SegmentFile, segment: number) => `${file}-${segment + 1}.bin`;

/** What a generation consists of, besides its own manifest, and did in format 1. */
const GENERATION_FILES = [
  literally(ORDER),
  literally(SOURCES),
  String.raw`(?:${SEGMENT_FILES.join('|')})-[1-9]\d{0,2}\.bin`,
  String.raw`articles\.jsonl\.gz|keywords\.bin|vectors\.bin`,
];

/** What `writeFileDurably` adds to a name while it writes. */
const ASIDE = String.raw`(?:\.[0-9a-f]{12}\.tmp)`;
const MANIFEST_ASIDE = new RegExp(`^${literally(MANIFEST)}${ASIDE}$`);
const GENERATION = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;
const GENERATION_FILE = new RegExp(
  `^(?:${[...GENERATION_FILES, literally(MANIFEST)].join('|')})${ASIDE}?$`,
);
const LOCK = new RegExp(String.raw`^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json${ASIDE}?$`);

/** Whether the program itself gave a file or folder this name, in the folder where it lies. */
export const isOwn = {
  manifestAside: (name: string) => MANIFEST_ASIDE.test(name),
  generation: (name: string) => GENERATION.test(name),
  generationFile: (name: string) => GENERATION_FILE.test(name),
  lock: (name: string) => LOCK.test(name),
};

/** The names of the generations in an index, the newest first; also of those that are not whole. */
export async function listGenerations(indexDir: string): Promise<string[]> {
  const entries = await readdir(join(indexDir, GENERATIONS), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && isOwn.generation(entry.name))
    .map(({ name }) => name)
    .sort()
    .reverse();
}

/** Removes all generations but some, and what killed builds left; nothing that is not our own. */
export async function sweep(indexDir: string, kept: readonly string[]): Promise<void> {
  for (const name of await listGenerations(indexDir)) {
    if (!kept.includes(name)) await removeGeneration(join(indexDir, GENERATIONS, name));
  }
  for (const name of await readdir(indexDir)) {
    if (isOwn.manifestAside(name)) await rm(join(indexDir, name), { force: true });
  }
}

/** What somebody else put into the folder stays, and the folder with it. */
export async function removeGeneration(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const own = entries.filter((entry) => entry.isFile() && isOwn.generationFile(entry.name));
  for (const { name } of own) await rm(join(folder, name), { force: true });
  if (own.length === entries.length) await rmdir(folder);
}

/** The dots in a name are dots, not any character. */
function literally(name: string): string {
  return name.replaceAll('.', String.raw`\.`);
}
