import { link } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDurably } from './files.ts';
import { generationFolder, readManifest, type StoredSegment } from './manifest.ts';
import { SEGMENT_FILES, segmentFile } from './own-files.ts';
import type { SegmentPlan } from './plan-segments.ts';

/** A file of a segment that a new generation takes over. */
export interface SharedFile {
  /** The id of its segment, and which of that segment's files it is. */
  segment: string;
  name: (typeof SEGMENT_FILES)[number];
  /** The path in the generation that it is taken from, and in the new one. */
  from: string;
  to: string;
  record: StoredSegment['files']['articles'];
}

/**
 * Gives the files of segments that are taken over a second name in the folder of a new generation:
 * so it takes no time before that serves. They have just been read and checked. Afterwards
 * `separateFiles` gives each generation its own.
 *
 * @param folder of the new generation
 */
export async function shareSegments(
  indexDir: string,
  folder: string,
  { base, shared }: SegmentPlan,
): Promise<{ segments: StoredSegment[]; files: SharedFile[] }> {
  if (!base || shared.length === 0) return { segments: [], files: [] };
  const before = generationFolder(indexDir, base.manifest.generation);
  const stored = await readManifest(indexDir, before);
  const segments: StoredSegment[] = [];
  const files: SharedFile[] = [];
  for (const number of shared) {
    const segment = stored.segments[number];
    if (!segment) throw new RangeError('a segment is not there');
    for (const name of SEGMENT_FILES) {
      const from = join(before, segmentFile(name, number));
      const to = join(folder, segmentFile(name, segments.length));
      // Not every file system knows links.
      await link(from, to).catch(() => copyDurably(from, to));
      files.push({ segment: segment.id, name, from, to, record: segment.files[name] });
    }
    segments.push(segment);
  }
  return { segments, files };
}
