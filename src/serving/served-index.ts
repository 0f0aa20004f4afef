import type { Logger } from 'pino';
import type { Inference } from '../inference/types.ts';
import { createRetriever, type Retriever } from '../retrieval/index.ts';
import { currentGeneration, openStore, type PassageStore } from '../store/index.ts';

/** Between two looks for a new generation, in milliseconds. */
const LOOK_EVERY_MS = 2_000;

/** The index that answers now. */
export interface ServedIndex {
  store(): PassageStore;
  retriever(): Retriever;
  /** Swaps a new generation in, if there is one; also done by itself every 2 s. */
  refresh(): Promise<void>;
  /** Ends the looking. */
  close(): void;
}

export interface ServedIndexOptions {
  indexDir: string;
  inference: Inference;
  log: Logger;
  lookEveryMs?: number;
}

/**
 * Serves an index, and each later generation of it from the moment it is complete: questions that
 * are being answered keep theirs. One that cannot be opened is logged, and the old one goes on.
 */
export function serveIndex(first: PassageStore, options: ServedIndexOptions): ServedIndex {
  const { indexDir, inference, log } = options;
  let store = first;
  let retriever = createRetriever(first, inference);
  let refreshing: Promise<void> | undefined;

  async function swap(): Promise<void> {
    try {
      const { generation } = store.manifest;
      const current = await currentGeneration(indexDir);
      if (current === undefined || current === generation) return;
      const next = await openStore(indexDir, { model: inference.profile });
      retriever = createRetriever(next, inference);
      store = next;
      log.info({ from: generation, to: next.manifest.generation }, 'index swapped');
    } catch (error) {
      log.warn({ err: error }, 'the new index cannot be opened; the old one goes on');
    }
  }

  const refresh = () => {
    refreshing ??= swap().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };
  const timer = setInterval(refresh, options.lookEveryMs ?? LOOK_EVERY_MS);
  timer.unref();
  return {
    store: () => store,
    retriever: () => retriever,
    refresh,
    close: () => clearInterval(timer),
  };
}
