import { setTimeout as sleep } from 'node:timers/promises';
import { MEGABYTE, readSettings } from '../src/config/settings.ts';
import { ArticleFaultError, IndexLockedError, PullquoteError } from '../src/errors.ts';
import { buildIndex, corpusChanges, type IndexingOptions } from '../src/indexing/index.ts';
import { startInference } from '../src/inference/index.ts';
import { indexPlace } from '../src/store/index.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { showProgress } from '../src/terminal/progress.ts';
import { jsonSummary, renderSummary } from '../src/terminal/render-summary.ts';
import { runCommand } from '../src/terminal/run-command.ts';

/** After how long a watch tries again where another process holds the index. */
const RETRY_MS = 5_000;
/** For letting go of the index when it is interrupted. */
const CLOSING_TIMEOUT_MS = 2_000;

interface Options {
  corpus?: string;
  index?: string;
  force?: boolean;
  watch?: boolean;
  json?: boolean;
}

await runCommand(async (interrupted) => {
  try {
    return await main(interrupted);
  } catch (error) {
    if (!interrupted.aborted) throw error;
    tell('Stopped. The index is as it was before.');
    return EXIT.interrupted;
  }
}, CLOSING_TIMEOUT_MS);

async function main(signal: AbortSignal): Promise<number> {
  const options = parseOptions();
  const settings = readSettings();
  const inference = await startInference({
    embeddingModel: settings.EMBEDDING_MODEL,
    processes: settings.INFERENCE_PROCESSES,
    onWarning: tell,
    load: ['embedder'],
    signal,
  });
  const indexing: IndexingOptions = {
    corpusDir: options.corpus ?? settings.CORPUS_DIR,
    indexDir: options.index ?? (await indexPlace(settings.INDEX_DIR, settings.STORE_URL)),
    maxArticleBytes: settings.MAX_ARTICLE_MB * MEGABYTE,
    articleTimeoutMs: settings.ARTICLE_TIMEOUT_SECONDS * 1_000,
    embedder: inference,
    force: options.force ?? false,
    signal,
  };
  try {
    return options.watch
      ? await keepEmbedding(indexing, options, signal)
      : await embed(indexing, options);
  } finally {
    await inference.close();
  }
}

function parseOptions(): Options {
  return createCommand('npm run embed --')
    .description(
      'Embeds the articles of a folder into an index; only what changed since last time.',
    )
    .option('--corpus <dir>', 'the folder of articles (default: the setting CORPUS_DIR)')
    .option('--index <dir>', 'where the index is kept (default: the setting INDEX_DIR)')
    .option('--force', 'embed everything anew, and replace whatever index is there')
    .option('--watch', 'go on, and embed again whenever an article changes')
    .option('--json', 'print the summary as one JSON object')
    .addHelpText(
      'after',
      '\nExit codes: 0 all articles are in, 1 some were skipped or a mistake of yours,\n2 a fault of ours, 130 stopped with Ctrl-C.',
    )
    .parse()
    .opts<Options>();
}

/** One run; tells by its exit code whether articles had to be skipped. */
async function embed(indexing: IndexingOptions, { json }: Options): Promise<number> {
  const progress = showProgress(process.stderr);
  try {
    const summary = await buildIndex({ ...indexing, onProgress: progress.update });
    progress.stop();
    console.log(json ? JSON.stringify(jsonSummary(summary)) : renderSummary(summary));
    if (summary.skipped.some((error) => error instanceof ArticleFaultError)) return EXIT.fault;
    return summary.skipped.length > 0 ? EXIT.mistake : EXIT.answered;
  } finally {
    progress.stop();
  }
}

/**
 * Runs at the start and after every change, one run at a time, until it is interrupted. What is
 * wrong at the start ends it; later, a corpus that is broken for a moment does not.
 */
async function keepEmbedding(
  indexing: IndexingOptions,
  options: Options,
  signal: AbortSignal,
): Promise<number> {
  let isFirst = true;
  for await (const _ of corpusChanges(indexing.corpusDir, signal)) {
    try {
      if (isFirst) await embed(indexing, options);
      else await embedInTurn({ ...indexing, force: false }, options, signal);
    } catch (error) {
      if (isFirst || signal.aborted || !(error instanceof PullquoteError)) throw error;
      tell(error.message);
    }
    isFirst = false;
    tell(`Watching ${indexing.corpusDir}; Ctrl-C ends it.`);
  }
  return EXIT.answered;
}

/** Waits for another process that is writing the index, so that no change is passed over. */
async function embedInTurn(
  indexing: IndexingOptions,
  options: Options,
  signal: AbortSignal,
): Promise<void> {
  try {
    await embed(indexing, options);
  } catch (error) {
    if (!(error instanceof IndexLockedError)) throw error;
    tell(error.message);
    await sleep(RETRY_MS, undefined, { signal });
    await embedInTurn(indexing, options, signal);
  }
}

/** Answers and summaries alone go to standard output. */
function tell(line: string): void {
  console.error(line);
}
