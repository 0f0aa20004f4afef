import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { IndexError } from '../errors.ts';
import { writeFileDurably } from './files.ts';
import { GENERATIONS, MANIFEST } from './own-files.ts';
import { unusable } from './problems.ts';
import type { Manifest } from './types.ts';

/** The layout of an index that this version writes and reads. Raise it with every change. */
export const FORMAT = 2;

const wholeNumber = z.int().min(0);
const file = z.object({ bytes: wholeNumber, crc32: wholeNumber });

const storedManifest = z.object({
  format: z.literal(FORMAT),
  generation: z.string().regex(/^[\w-]{1,64}$/),
  createdAt: z.iso.datetime(),
  corpusHash: z.string(),
  model: z.object({
    model: z.string(),
    sha256: z.string(),
    dimensions: z.int().min(1),
    pooling: z.enum(['cls', 'mean']),
    queryPrefix: z.string(),
    passagePrefix: z.string(),
    maxTokens: z.int().min(1),
  }),
  articles: wholeNumber,
  passages: wholeNumber,
  vectors: wholeNumber,
  order: file,
  sources: file.optional(),
  segments: z.array(
    z.object({
      id: z.string(),
      files: z.object({ articles: file, keywords: file, vectors: file }),
    }),
  ),
});

/** The manifest as on disk: with what each file of the generation must be. */
export type StoredManifest = z.infer<typeof storedManifest>;
export type StoredSegment = StoredManifest['segments'][number];

/** The folder of a generation; by its own manifest it can be opened when it is not current. */
export const generationFolder = (indexDir: string, generation: string) =>
  join(indexDir, GENERATIONS, generation);

/** Covers everything but itself, however the JSON is laid out; every format keeps this rule. */
const checksumOf = (content: object) => crc32(JSON.stringify(content));

/**
 * Writes the manifest of a generation into its folder; or into that of the index, which makes it
 * the current one: a single rename, all or nothing.
 */
export async function writeManifest(folder: string, manifest: StoredManifest): Promise<void> {
  const known = storedManifest.parse(manifest);
  const content = { ...known, checksum: checksumOf(known) };
  await writeFileDurably(
    join(folder, MANIFEST),
    Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
  );
}

/**
 * @param folder where the manifest lies: that of the index, or that of a generation.
 * @throws IndexError when there is no index, or one that is damaged or of another format.
 */
export async function readManifest(indexDir: string, folder = indexDir): Promise<StoredManifest> {
  const { checksum, ...content } = await readJson(indexDir, folder);
  if (checksum !== checksumOf(content)) throw unusable(indexDir, MANIFEST);
  if (content.format !== FORMAT) {
    const formats = `(format ${content.format}, this one reads ${FORMAT})`;
    if (Number(content.format) < FORMAT) {
      throw new IndexError(
        'outdated',
        `The index in ${indexDir} was written by an older version of the program ${formats}: \`npm run embed\` or the next start builds it anew.`,
      );
    }
    throw new IndexError(
      'format',
      `The index in ${indexDir} was written by a newer version of the program ${formats}: run \`npm run embed -- --force\`.`,
    );
  }
  const result = storedManifest.safeParse(content);
  if (!result.success) throw unusable(indexDir, MANIFEST);
  return result.data;
}

async function readJson(indexDir: string, folder: string): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw unusable(indexDir, MANIFEST, error);
    throw new IndexError('missing', `There is no index in ${indexDir}: run \`npm run embed\`.`);
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch (error) {
    throw unusable(indexDir, MANIFEST, error);
  }
}

/** The manifest of a generation with the size of its files, without what they must be. */
export function publicManifest(stored: StoredManifest): Manifest {
  const { order, sources, segments, ...manifest } = stored;
  const files = segments.flatMap((segment) => Object.values(segment.files));
  if (sources) files.push(sources);
  return { ...manifest, bytes: [order, ...files].reduce((sum, { bytes }) => sum + bytes, 0) };
}

/**
 * The generation that a reader would open now: changes when another was swapped in. Cheap.
 *
 * @returns undefined where there is no index.
 */
export async function currentGeneration(indexDir: string): Promise<string | undefined> {
  try {
    return (await readManifest(indexDir)).generation;
  } catch (error) {
    if (error instanceof IndexError && error.code === 'missing') return undefined;
    throw error;
  }
}
