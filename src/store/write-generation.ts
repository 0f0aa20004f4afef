import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { linkFile, writeFileDurably } from './files.ts';
import {
  generationFolder,
  readManifest,
  type StoredManifest,
  type StoredSegment,
} from './manifest.ts';
import { ORDER, SEGMENT_FILES, segmentFile } from './own-files.ts';
import type { SegmentPlan } from './plan-segments.ts';
import type { PreparedCorpus } from './prepare-corpus.ts';

/**
 * Writes the files of a generation: those of segments that are taken over get a second name, so
 * that each generation is complete in its own folder.
 *
 * @param folder of the new generation
 */
export async function writeGeneration(
  indexDir: string,
  folder: string,
  { base, shared }: SegmentPlan,
  { order, segment }: PreparedCorpus,
): Promise<Pick<StoredManifest, 'order' | 'segments'>> {
  const segments: StoredSegment[] = [];
  if (base) {
    const before = generationFolder(indexDir, base.manifest.generation);
    const known = await readManifest(indexDir, before);
    for (const number of shared) {
      const own = known.segments[number];
      if (!own) throw new RangeError('a segment is not there');
      for (const name of SEGMENT_FILES) {
        const from = join(before, segmentFile(name, number));
        await linkFile(from, join(folder, segmentFile(name, segments.length)));
      }
      segments.push(own);
    }
  }
  if (segment) {
    const write = async (name: keyof typeof segment) =>
      writeFileDurably(join(folder, segmentFile(name, segments.length)), await segment[name]());
    const files = {
      articles: await write('articles'),
      keywords: await write('keywords'),
      vectors: await write('vectors'),
    };
    segments.push({ id: randomUUID(), files });
  }
  return { order: await writeFileDurably(join(folder, ORDER), order), segments };
}
