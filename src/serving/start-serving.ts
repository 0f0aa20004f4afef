import { join } from 'node:path';
import type { Logger } from 'pino';
import { MEGABYTE, type Settings } from '../config/settings.ts';
import { buildIndex, type IndexingSummary, openUpToDate } from '../indexing/index.ts';
import { type EmbedProgress, startInference } from '../inference/index.ts';
import type { Answer, AskOptions, Quote } from '../passage.ts';
import { closePlace, indexPlace, type PassageStore } from '../store/index.ts';
import { misfitLine } from '../terminal/misfit-line.ts';
import { showProgress } from '../terminal/progress.ts';
import { renderSummary } from '../terminal/render-summary.ts';
import { followCorpus } from './follow-corpus.ts';
import { followFeeds } from './follow-feeds.ts';
import { createIntake, type Intake } from './intake.ts';
import { serveIndex } from './served-index.ts';
import { type ServingWatcher, watchIndexing } from './watcher.ts';

/** Everything that answers questions, from the settings; always with the index of the moment. */
export interface Serving {
  /** @param visible the articles that are answered from; all where it is not said */
  ask(question: string, options?: AskOptions, visible?: ReadonlySet<string>): Promise<Answer>;
  similar(text: string, k: number, visible?: ReadonlySet<string>): Promise<Quote[]>;
  store(): PassageStore;
  intake: Intake;
  /** Brings the index in line with the corpus and swaps it in. */
  reindex(onProgress: (progress: EmbedProgress) => void): Promise<IndexingSummary>;
  close(): Promise<void>;
}

export interface ServingOptions {
  log: Logger;
  /** Takes lines for the person at the terminal. */
  tell: (line: string) => void;
  /** Called when no question can be answered any more, whatever is done. */
  onEnd?: (error: Error) => void;
  /** Brings the index in line by itself whenever articles change. */
  follow?: boolean;
  watcher?: ServingWatcher | undefined;
  /** Ends the start; once it has started, `close` does. */
  signal?: AbortSignal;
}

/**
 * Starts inference and opens the index; builds it first where there is none or it is out of date.
 *
 * @throws CorpusError, IndexError, ModelError; the signal's reason when it is aborted.
 */
export async function startServing(
  settings: Settings,
  { log, tell, signal, onEnd, watcher, follow = false }: ServingOptions,
): Promise<Serving> {
  const inference = await startInference({
    embeddingModel: settings.EMBEDDING_MODEL,
    processes: settings.INFERENCE_PROCESSES,
    onWarning: tell,
    ...(onEnd && { onEnd }),
    ...(signal && { signal }),
  });
  const indexDir = await indexPlace(settings.INDEX_DIR, settings.STORE_URL);
  const folders = {
    corpusDir: settings.CORPUS_DIR,
    indexDir,
    maxArticleBytes: settings.MAX_ARTICLE_MB * MEGABYTE,
    articleTimeoutMs: settings.ARTICLE_TIMEOUT_SECONDS * 1_000,
  };
  const progress = showProgress(process.stderr);
  /** The summary of an indexing run tells of it, too. */
  let hasToldOfMisfit = false;
  /** An older index serves, since it could not be brought up to date. */
  let isStale = false;
  try {
    const store = await openUpToDate({
      ...folders,
      model: inference.profile,
      embedder: async () => inference,
      onProgress: (passages) => {
        progress.update(passages);
        watcher?.embedding(passages);
      },
      onBuilt: (summary) => {
        progress.stop();
        tell(renderSummary(summary));
        isStale = false;
        watcher?.indexed('done');
        hasToldOfMisfit = true;
      },
      onStale: (line) => {
        isStale = true;
        tell(line);
      },
      ...(signal && { signal }),
    });
    if (isStale) watcher?.indexed('failed');
    const languages = store.articles().map(({ language }) => language);
    const misfit = misfitLine(languages, inference.profile.model);
    if (misfit && !hasToldOfMisfit) log.warn(misfit);
    const served = serveIndex(store, {
      indexDir,
      inference,
      log,
      onAnswer: watcher && ((seconds) => watcher.searched(seconds)),
    });
    const closing = new AbortController();
    const reindex = async (onProgress?: (progress: EmbedProgress) => void) => {
      const { signal } = closing;
      const onSwapped = () => void served.refresh();
      const previous = served.store();
      const options = { ...folders, embedder: inference, signal, previous, onSwapped };
      const told = (progress: EmbedProgress) => {
        onProgress?.(progress);
        watcher?.embedding(progress);
      };
      const summary = await watchIndexing(watcher, () =>
        buildIndex({ ...options, onProgress: told }),
      );
      await served.refresh();
      return summary;
    };
    const following = follow
      ? followCorpus({ corpusDir: folders.corpusDir, signal: closing.signal, reindex, log })
      : undefined;
    const feeding = follow ? feedsOf(settings, closing.signal, log) : undefined;
    return {
      ask: (question, options, visible) => served.retriever(visible).ask(question, options),
      similar: (text, k, visible) => served.retriever(visible).similar(text, k),
      store: served.store,
      intake: createIntake({
        ...folders,
        allowPrivate: settings.ALLOW_PRIVATE_ADDRESSES,
        inference,
        signal: closing.signal,
      }),
      reindex,
      async close() {
        closing.abort();
        served.close();
        await inference.close();
        await Promise.all([following, feeding]);
        await closePlace(indexDir);
      },
    };
  } catch (error) {
    await inference.close();
    await closePlace(indexDir);
    throw error;
  } finally {
    progress.stop();
  }
}

function feedsOf(settings: Settings, signal: AbortSignal, log: Logger): Promise<void> | undefined {
  if (settings.FEEDS.length === 0) return undefined;
  return followFeeds({
    feeds: settings.FEEDS,
    corpusDir: settings.CORPUS_DIR,
    stateFile: join(settings.DATA_DIR, 'feeds.json'),
    intervalMs: settings.FEEDS_EVERY_MINUTES * 60_000,
    allowPrivate: settings.ALLOW_PRIVATE_ADDRESSES,
    maxBytes: settings.MAX_ARTICLE_MB * MEGABYTE,
    articleTimeoutMs: settings.ARTICLE_TIMEOUT_SECONDS * 1_000,
    signal,
    log,
  });
}
