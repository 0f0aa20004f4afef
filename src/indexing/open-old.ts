import { IndexError } from '../errors.ts';
import { openLastGood, openRemains } from '../store/index.ts';
import type { PassageStore } from '../store/types.ts';
import type { IndexingOptions } from './types.ts';

/** Whether a build takes the place of an index without being told to. */
export const isReplaceable = ({ code }: IndexError) =>
  code === 'missing' || code === 'damaged' || code === 'outdated';

/** What is there before a build. */
export interface OldIndex {
  /** The newest generation that answers questions; it stays until the new one has taken its place. */
  good: PassageStore | undefined;
  /** Whether that is the current generation. */
  isWhole: boolean;
  /** Articles to compare with and vectors to take over: newer ones than `good` holds, if they are whole. */
  reusable: PassageStore | undefined;
}

/**
 * Opens what is there. A damaged index is opened as far as it goes, since it is to be replaced.
 *
 * @throws IndexError for an index of another model or a newer format, or one that cannot be read, unless
 *   `force`.
 */
export async function openOld({
  indexDir,
  embedder,
  force,
  previous,
}: Pick<IndexingOptions, 'indexDir' | 'embedder' | 'force' | 'previous'>): Promise<OldIndex> {
  const model = embedder.profile;
  try {
    const { store, damage } = await openLastGood(indexDir, { model, previous, checkAll: true });
    if (!damage) return { good: store, isWhole: true, reusable: store };
    const remains = await openRemains(indexDir, { model });
    return { good: store, isWhole: false, reusable: remains ?? store };
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    if (!force && !isReplaceable(error)) throw error;
    const reusable = await openRemains(indexDir, { model });
    return { good: undefined, isWhole: false, reusable };
  }
}
