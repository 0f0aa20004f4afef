import { IndexLockedError } from '../errors.ts';
import type { EmbedProgress } from '../inference/index.ts';
import type { Trace } from '../retrieval/index.ts';

/** How a run of the indexing ended; `locked`: another program was at it. */
export const INDEXING_ENDS = ['done', 'failed', 'locked'] as const;
export type IndexingEnd = (typeof INDEXING_ENDS)[number];

/** Is told how answers and the index come about; for whoever counts it. */
export interface ServingWatcher {
  /** A question was answered; 0 for a step that was not needed. */
  searched(seconds: Trace['seconds']): void;
  /** Passages are being embedded. */
  embedding(progress: EmbedProgress): void;
  indexed(end: IndexingEnd): void;
}

/** Runs the indexing, and tells how it ended. */
export async function watchIndexing<T>(
  watcher: ServingWatcher | undefined,
  run: () => Promise<T>,
): Promise<T> {
  try {
    const result = await run();
    watcher?.indexed('done');
    return result;
  } catch (error) {
    watcher?.indexed(error instanceof IndexLockedError ? 'locked' : 'failed');
    throw error;
  }
}
