import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { writeFileDurably } from './files.ts';
import type { StoredManifest, StoredSegment } from './manifest.ts';
import { ORDER, SOURCES, segmentFile } from './own-files.ts';
import type { PreparedCorpus } from './prepare-corpus.ts';
import { encodeSources } from './sources-codec.ts';

/**
 * Writes the files of a generation that are new.
 *
 * @param folder of the generation
 * @param shared the segments whose files are there
 * @param sources what is kept of where the articles came from
 */
export async function writeGeneration(
  folder: string,
  shared: readonly StoredSegment[],
  { order, segment }: PreparedCorpus,
  sources?: string,
): Promise<Pick<StoredManifest, 'order' | 'segments' | 'sources'>> {
  const segments = [...shared];
  if (segment) {
    const write = async (name: keyof typeof segment) =>
      writeFileDurably(join(folder, segmentFile(name, shared.length)), await segment[name]());
    const files = {
      articles: await write('articles'),
      keywords: await write('keywords'),
      vectors: await write('vectors'),
    };
    segments.push({ id: randomUUID(), files });
  }
  return {
    order: await writeFileDurably(join(folder, ORDER), order),
    segments,
    ...(sources !== undefined && {
      sources: await writeFileDurably(join(folder, SOURCES), await encodeSources(sources)),
    }),
  };
}
