import { watch } from 'chokidar';
import { Command } from 'commander';
import { readSettings, type Settings } from '../src/config.ts';
import { PullquoteError } from '../src/errors.ts';
import { buildIndex } from '../src/indexing/index.ts';
import { type Inference, startInference } from '../src/inference/index.ts';
import { showProgress } from '../src/terminal/progress.ts';
import { jsonSummary, renderSummary } from '../src/terminal/render-summary.ts';
import { EXIT, runCommand } from '../src/terminal/run-command.ts';

/** Changes are embedded when the corpus has been still for so long. */
const SETTLE_MS = 500;

interface Options {
  corpus: string;
  index: string;
  force?: boolean;
  watch?: boolean;
  json?: boolean;
}

await runCommand(async () => {
  const settings = readSettings();
  const options = parseOptions(settings);
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  process.once('SIGTERM', () => interrupted.abort());

  const inference = await startInference({
    embeddingModel: settings.EMBEDDING_MODEL,
    processes: settings.INFERENCE_PROCESSES,
    onWarning: (line) => console.error(line),
    load: ['embedder'],
  });
  try {
    const run = (force: boolean) => embed(options, settings, inference, interrupted.signal, force);
    if (options.watch) return await keepEmbedding(options.corpus, run, interrupted.signal);
    return await run(options.force ?? false);
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    console.error('Stopped. The index is as it was before.');
    return EXIT.interrupted;
  } finally {
    await inference.close();
  }
});

function parseOptions(settings: Settings): Options {
  return new Command('npm run embed --')
    .description(
      'Embeds the articles of a folder into an index; only what changed since last time.',
    )
    .option('--corpus <dir>', 'the folder of articles', settings.CORPUS_DIR)
    .option('--index <dir>', 'where the index is kept', settings.INDEX_DIR)
    .option('--force', 'embed everything anew, and replace an index of another model')
    .option('--watch', 'go on, and embed again whenever an article changes')
    .option('--json', 'print the summary as one JSON object')
    .allowExcessArguments(false)
    .parse()
    .opts<Options>();
}

/** One run; tells by its exit code whether articles had to be skipped. */
async function embed(
  options: Options,
  settings: Settings,
  inference: Inference,
  signal: AbortSignal,
  force: boolean,
): Promise<number> {
  const progress = showProgress(process.stderr);
  try {
    const summary = await buildIndex({
      corpusDir: options.corpus,
      indexDir: options.index,
      maxArticleBytes: settings.MAX_ARTICLE_MB * 1_000_000,
      embedder: inference,
      force,
      onProgress: progress.update,
      signal,
    });
    progress.stop();
    console.log(options.json ? JSON.stringify(jsonSummary(summary)) : renderSummary(summary));
    return summary.skipped.length > 0 ? EXIT.mistake : EXIT.answered;
  } finally {
    progress.stop();
  }
}

/** Runs at the start and after every change, one run at a time, until it is interrupted. */
async function keepEmbedding(
  corpusDir: string,
  run: (force: boolean) => Promise<number>,
  signal: AbortSignal,
): Promise<number> {
  let wake = () => {};
  const watcher = watch(corpusDir, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: SETTLE_MS },
  });
  watcher.on('all', () => wake());
  signal.addEventListener('abort', () => wake());
  try {
    while (!signal.aborted) {
      // Listened for before the run, so that a change during the run is not missed.
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await run(false).catch(reportAndGoOn(signal));
      if (signal.aborted) break;
      console.error(`Watching ${corpusDir}; Ctrl-C ends it.`);
      await changed;
    }
    return EXIT.answered;
  } finally {
    await watcher.close();
  }
}

/** A corpus that is broken for a moment must not end the watch. */
function reportAndGoOn(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (signal.aborted) return;
    if (!(error instanceof PullquoteError)) throw error;
    console.error(error.message);
  };
}
