import { link } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDurably, isRecorded } from './files.ts';
import { generationFolder, readManifest, type StoredSegment } from './manifest.ts';
import { listGenerations, SEGMENT_FILES, segmentFile } from './own-files.ts';
import type { SegmentPlan } from './plan-segments.ts';

/**
 * Puts the files of segments that are taken over into the folder of a new generation.
 *
 * The generation before must not share them: it is what serves when they are damaged. So a file
 * gets a second name only when it is that of a generation before that one, and still whole; else it
 * is copied. Each segment is thus copied once, and then there are two of it to share in turn.
 *
 * @param folder of the new generation
 */
export async function shareSegments(
  indexDir: string,
  folder: string,
  { base, shared }: SegmentPlan,
): Promise<StoredSegment[]> {
  if (!base || shared.length === 0) return [];
  const { generation } = base.manifest;
  const { segments } = await readManifest(indexDir, generationFolder(indexDir, generation));
  const older = await findOlder(indexDir, generation);
  const taken: StoredSegment[] = [];
  for (const number of shared) {
    const segment = segments[number];
    if (!segment) throw new RangeError('a segment is not there');
    const second = older.find(({ id }) => id === segment.id);
    for (const name of SEGMENT_FILES) {
      const to = join(folder, segmentFile(name, taken.length));
      const isShared = second && (await shareFile(second.path(name), to, segment.files[name]));
      const own = join(generationFolder(indexDir, generation), segmentFile(name, number));
      if (!isShared) await copyDurably(own, to);
    }
    taken.push(segment);
  }
  return taken;
}

/** @returns whether that could be done: the file is whole, and the file system knows links. */
async function shareFile(
  from: string,
  to: string,
  record: StoredSegment['files']['articles'],
): Promise<boolean> {
  if (!(await isRecorded(from, record))) return false;
  return link(from, to).then(
    () => true,
    () => false,
  );
}

/** The segments of all generations but one and the new one, which has no manifest yet. */
async function findOlder(indexDir: string, generation: string) {
  const found: { id: string; path: (name: keyof StoredSegment['files']) => string }[] = [];
  for (const other of await listGenerations(indexDir)) {
    if (other === generation) continue;
    const folder = generationFolder(indexDir, other);
    const manifest = await readManifest(indexDir, folder).catch(() => undefined);
    for (const [number, { id }] of (manifest?.segments ?? []).entries()) {
      found.push({ id, path: (name) => join(folder, segmentFile(name, number)) });
    }
  }
  return found;
}
