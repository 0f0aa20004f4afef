import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleFaultError } from '../errors.ts';
import { syncFolder } from './files.ts';
import { type IndexLock, lockIndex } from './lock.ts';
import {
  currentGeneration,
  FORMAT,
  generationFolder,
  publicManifest,
  type StoredManifest,
  writeManifest,
} from './manifest.ts';
import { GENERATIONS, removeGeneration, sweep } from './own-files.ts';
import { planSegments, type SegmentPlan } from './plan-segments.ts';
import { type PreparedCorpus, prepareCorpus } from './prepare-corpus.ts';
import { asUnwritable } from './problems.ts';
import { generationsWith, separateFiles } from './separate-files.ts';
import { shareSegments } from './share-segments.ts';
import type { ChangedCorpus, Manifest } from './types.ts';
import { writeGeneration } from './write-generation.ts';

export interface ReplaceOptions {
  /** The lock that the caller holds; without it, one is held for the duration. */
  lock?: IndexLock;
  /** The generation that stays beside the new one; without it, the current one does. */
  kept?: string | undefined;
  /** Called when the new generation has taken its place, and before what is left to be tidied up. */
  onSwapped?: () => void;
  /** Told of each article that does not hold, which is left out. Without it, one ends the build. */
  onFault?: (fault: ArticleFaultError) => void;
}

/**
 * Makes a corpus the content of an index: builds a new generation beside the current one and swaps
 * with one rename. Until then, and whenever this fails or is killed, the old one stays. Of a
 * changed corpus no more is written than what has changed, but for segments that are merged.
 *
 * @throws IndexLockedError when another holds the lock; IndexError when it cannot be written;
 *   ArticleFaultError for an article that does not hold, where nobody is told of it or all are so.
 */
export async function replaceCorpus(
  indexDir: string,
  corpus: ChangedCorpus,
  options: ReplaceOptions = {},
): Promise<Manifest> {
  const lock = options.lock ?? (await lockIndex(indexDir));
  try {
    const plan = planSegments(corpus);
    const prepared = await prepareCorpus(plan, corpus.model, options.onFault);
    return await build(indexDir, corpus, { plan, prepared }, { ...options, lock });
  } catch (error) {
    throw asUnwritable(indexDir, error);
  } finally {
    if (!options.lock) await lock.release();
  }
}

async function build(
  indexDir: string,
  { corpusHash, model, sources }: Pick<ChangedCorpus, 'corpusHash' | 'model' | 'sources'>,
  { plan, prepared }: { plan: SegmentPlan; prepared: PreparedCorpus },
  { lock, kept, onSwapped }: ReplaceOptions & { lock: IndexLock },
): Promise<Manifest> {
  const generations = join(indexDir, GENERATIONS);
  await mkdir(generations, { recursive: true });
  // An index that cannot be read, say of a newer format, is left alone until the swap.
  const before = kept ?? (await currentGeneration(indexDir).catch(() => null));
  const createdAt = new Date().toISOString();
  const generation = `${createdAt.replace(/\W/g, '')}-${randomBytes(4).toString('hex')}`;
  const folder = generationFolder(indexDir, generation);
  try {
    await mkdir(folder);
    const { segments, files } = await shareSegments(indexDir, folder, plan);
    const served = [generation, ...(before ? [before] : [])];
    const others = await generationsWith(indexDir, files, served);
    if (before !== null) await sweep(indexDir, [...served, ...others]);
    const manifest: StoredManifest = {
      format: FORMAT,
      generation,
      createdAt,
      corpusHash,
      model,
      ...prepared.counts,
      ...(await writeGeneration(folder, segments, prepared, sources?.())),
    };
    await writeManifest(folder, manifest);
    await syncFolder(generations);
    await lock.check();
    await writeManifest(indexDir, manifest);
    onSwapped?.();
    // What cannot be done of this now is done by the next build; the swap has been made.
    await separateFiles(indexDir, files, others).catch(() => {});
    await sweep(indexDir, served).catch(() => {});
    return publicManifest(manifest);
  } catch (error) {
    // The rename may have been made, and only what comes after it have failed.
    const current = await currentGeneration(indexDir).catch(() => undefined);
    if (current !== generation) await removeGeneration(folder).catch(() => {});
    throw error;
  }
}
