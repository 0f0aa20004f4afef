import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { IndexLockedError } from '../errors.ts';
import { corpusChanges, type IndexingSummary } from '../indexing/index.ts';

/** Between two tries while somebody else is embedding, in milliseconds. */
const RETRY_MS = 2_000;

export interface FollowOptions {
  corpusDir: string;
  /** Ends the following. */
  signal: AbortSignal;
  /** Brings the index in line with the corpus and serves it. */
  reindex: () => Promise<IndexingSummary>;
  log: Logger;
}

/**
 * Brings the index in line with the articles whenever some of them change. What goes wrong is
 * logged, the old index goes on, and the next change is a new try. Resolves when it is ended, or
 * when the folder cannot be watched.
 */
export async function followCorpus({ corpusDir, signal, reindex, log }: FollowOptions) {
  try {
    let hasBegun = false;
    for await (const _ of corpusChanges(corpusDir, signal)) {
      // The first time says that the folder is being watched.
      if (hasBegun) await bringInLine(reindex, signal, log);
      hasBegun = true;
    }
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error }, 'changes of the articles are not noticed');
  }
}

async function bringInLine(
  reindex: () => Promise<IndexingSummary>,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { added, changed, removed, skipped } = await reindex();
      const counts = [added, changed, removed, skipped].map(({ length }) => length);
      log.info({ addedChangedRemovedSkipped: counts }, 'the articles changed');
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof IndexLockedError)) {
        log.warn({ err: error }, 'the changed articles cannot be indexed; the old index goes on');
        return;
      }
      await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  }
}
