import type { Logger } from 'pino';
import type { Inference } from '../inference/types.ts';
import { createRetriever, type Retriever, type Trace } from '../retrieval/index.ts';
import {
  currentGeneration,
  type IndexPlace,
  openStore,
  type PassageStore,
} from '../store/index.ts';
import { RetryDelay } from './retry-delay.ts';

/** Between two looks for a new generation, in milliseconds. */
const LOOK_EVERY_MS = 2_000;

/** The index that answers now. */
export interface ServedIndex {
  store(): PassageStore;
  /** @param visible the articles that it answers from; all where it is not said */
  retriever(visible?: ReadonlySet<string>): Retriever;
  /** Swaps a new generation in, if there is one; also done by itself every 2 s. */
  refresh(): Promise<void>;
  /** Ends the looking. */
  close(): void;
}

export interface ServedIndexOptions {
  indexDir: IndexPlace;
  inference: Inference;
  log: Logger;
  lookEveryMs?: number;
  /** Told how long the steps of each answer took. */
  onAnswer?: ((seconds: Trace['seconds']) => void) | undefined;
}

/**
 * Serves an index, and each later generation of it from the moment it is complete: questions that
 * are being answered keep theirs. While one cannot be opened the old one goes on; that is logged
 * once for each reason, and the same one is tried again after longer and longer times.
 */
export function serveIndex(first: PassageStore, options: ServedIndexOptions): ServedIndex {
  const { indexDir, inference, log, lookEveryMs = LOOK_EVERY_MS, onAnswer } = options;
  const delay = new RetryDelay(lookEveryMs);
  let store = first;
  const retrieverOf = (over: PassageStore) => createRetriever(over, inference, { onAnswer });
  let retriever = retrieverOf(first);
  /** Those of some articles, by the sets of their ids. */
  let narrowed = new WeakMap<ReadonlySet<string>, Retriever>();
  let refreshing: Promise<void> | undefined;
  /** The generation that could not be opened, and what was logged of it. */
  let failed: string | undefined;
  let logged: string | undefined;

  async function swap(isAsked: boolean): Promise<void> {
    try {
      const current = await currentGeneration(indexDir);
      if (current === undefined) return;
      if (current !== failed) delay.reset();
      if (current !== store.manifest.generation) {
        if (!isAsked && !delay.isOver) return;
        failed = current;
        await open();
      }
      failed = undefined;
      logged = undefined;
    } catch (error) {
      delay.wait();
      const reason = error instanceof Error ? error.message : String(error);
      if (reason === logged) return;
      logged = reason;
      log.warn({ err: error }, 'the new index cannot be opened; the old one goes on');
    }
  }

  async function open(): Promise<void> {
    const next = await openStore(indexDir, { model: inference.profile, previous: store });
    const [from, to] = [store, next].map(({ manifest }) => manifest.generation);
    retriever = retrieverOf(next);
    narrowed = new WeakMap();
    store = next;
    log.info({ from, to }, 'index swapped');
  }

  const refresh = (isAsked: boolean) => {
    refreshing ??= swap(isAsked).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };
  const timer = setInterval(() => refresh(false), lookEveryMs);
  timer.unref();
  return {
    store: () => store,
    retriever: (visible) => {
      if (!visible) return retriever;
      let one = narrowed.get(visible);
      if (!one) {
        one = retrieverOf(store.within(visible));
        narrowed.set(visible, one);
      }
      return one;
    },
    refresh: () => refresh(true),
    close: () => clearInterval(timer),
  };
}
