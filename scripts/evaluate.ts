import { InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { readSettings } from '../src/config/settings.ts';
import {
  brokenFloors,
  compareRuns,
  type EvaluateOptions,
  type EvaluationSet,
  evaluate,
  FORMATS,
  type Format,
  PERTURBATIONS,
  type Perturbation,
  QUESTION_KINDS,
  type QuestionKind,
  type Run,
  readEvaluationSet,
  readFloors,
  readRun,
  renderTable,
  toJson,
  writePage,
  writeRun,
} from '../src/evaluation/index.ts';
import { stepProgress } from '../src/evaluation/progress.ts';
import { startInference } from '../src/inference/index.ts';
import { createRetriever } from '../src/retrieval/index.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { makeRoomFor } from '../src/terminal/make-room-for.ts';
import { runCommand } from '../src/terminal/run-command.ts';

const CACHE_DIR = '.pullquote/cache';
const NO_RERANKER = 'none';
/** For the question in hand, when it is broken off. */
const CLOSING_TIMEOUT_MS = 10_000;

interface Options {
  questions: string;
  corpus?: string;
  format?: Format;
  kinds?: QuestionKind[];
  about?: string[];
  reranker?: string;
  sample?: number;
  seed: number;
  heldOut?: number;
  seeds: number;
  withoutGold?: true;
  perturb?: Perturbation;
  rebuild?: true;
  json?: true;
  out?: string;
  report?: string;
  against?: string;
  floors?: string;
}

const command = createCommand('npm run evaluate --')
  .description('Measures how good the answers are on questions whose answers are known.')
  .option('--questions <path>', 'questions: a file, or a BEIR folder', 'corpus/questions.jsonl')
  .option('--corpus <dir>', 'the articles, where they are files (default: beside the questions)')
  .addOption(
    new Option('--format <format>', 'how the questions are written (default: guessed)').choices(
      FORMATS,
    ),
  )
  .addOption(
    new Option('--kinds <kind...>', 'ask questions of these kinds only').choices(QUESTION_KINDS),
  )
  .option('--about <articles...>', 'ask questions about these articles only, by their ids')
  .option(
    '--reranker <folder>',
    'read with this cross-encoder, whatever the language; "none": judge by the searches alone',
  )
  .option('--sample <n>', 'ask at most n questions of every kind', wholeNumber(1))
  .option('--seed <n>', 'repeats the same random choices', wholeNumber(0), 1)
  .option('--held-out <share>', 'also leave out this share of the articles, at random', share)
  .option('--seeds <n>', 'how often articles are left out', wholeNumber(1), 6)
  .option('--without-gold', 'also ask with the answering passages taken away')
  .addOption(
    new Option(
      '--perturb <how>',
      'ask as people type: with one typo, in small letters, as bare keywords (beside the same questions as written, or a run given by --against)',
    ).choices(PERTURBATIONS),
  )
  .option('--rebuild', 'make the cached index anew; only new texts are embedded')
  .option('--json', 'print one JSON object instead of tables')
  .option('--out <file>', 'write the run, for a later --against')
  .option('--report <file>', 'write an HTML page with plots and the worst questions')
  .option('--against <file>', 'compare with an earlier run, question by question')
  .option('--floors <file>', 'fail (exit code 1) when a figure breaks a bound in this JSON file')
  .addHelpText(
    'after',
    `
Formats: jsonl (one question a line, articles in --corpus), squad (SQuAD JSON 1.1 or 2.0),
beir (a folder: corpus.jsonl, queries.jsonl, qrels/), spans (CSV with exact spans, corpora/ beside).
Exit codes: 0 measured, 1 a mistake in what was asked or a broken bound, 2 a fault of the program,
130 broken off with Ctrl-C (what was asked until then is measured).`,
  );

await runCommand(async (interrupted, takeTime) => {
  const options = command.parse().opts<Options>();
  try {
    return await main(options, interrupted, takeTime);
  } catch (error) {
    if (!interrupted.aborted) throw error;
    console.error('Broken off before a question was asked; nothing was measured.');
    return EXIT.interrupted;
  }
}, CLOSING_TIMEOUT_MS);

async function main(
  options: Options,
  interrupted: AbortSignal,
  takeTime: () => void,
): Promise<number> {
  // What is wrong with a file should be known before an hour is spent, not after.
  for (const file of [options.out, options.report]) if (file) makeRoomFor(file);
  const earlier = options.against === undefined ? undefined : readRun(options.against);
  const floors = options.floors === undefined ? {} : readFloors(options.floors);
  const set = await readEvaluationSet(options.questions, options);

  const { plain, run } = await runOn(set, options, interrupted, takeTime);
  const before = earlier ?? plain;
  const comparison = before && (await compareRuns(before, run));
  if (options.out) await writeRun(options.out, run);
  if (options.report) await writePage(options.report, run, comparison);
  console.log(
    options.json
      ? JSON.stringify(toJson(run, comparison))
      : renderTable(run, comparison, pc.createColors(pc.isColorSupported)),
  );
  const broken = brokenFloors(run.figures, floors);
  for (const line of broken) console.error(line);
  if (run.left > 0) return EXIT.interrupted;
  return broken.length > 0 ? EXIT.mistake : 0;
}

/** The run that was asked for; before a perturbed one the plain one, unless it is at hand. */
async function runOn(
  set: EvaluationSet,
  options: Options,
  signal: AbortSignal,
  takeTime: () => void,
): Promise<{ plain?: Run; run: Run }> {
  const settings = readSettings();
  const progress = stepProgress();
  const readsNothing = options.reranker === NO_RERANKER;
  const reranks = readsNothing ? 'never' : options.reranker ? 'always' : 'known languages';
  const inference = await startInference({
    embeddingModel: settings.EMBEDDING_MODEL,
    processes: settings.INFERENCE_PROCESSES,
    ...(readsNothing && { load: ['embedder'] }),
    ...(options.reranker && !readsNothing && { reranker: options.reranker }),
    onWarning: console.warn,
    signal,
  });
  try {
    const { kinds, about, sample, seed, heldOut, seeds, perturb, against } = options;
    const how: EvaluateOptions = {
      ...(about && { about }),
      embedder: inference,
      retrieverOf: (store) => createRetriever(store, inference, { reranks }),
      cacheDir: CACHE_DIR,
      seed,
      rebuild: options.rebuild ?? false,
      withoutGold: options.withoutGold ?? false,
      ...(kinds && { kinds }),
      ...(sample !== undefined && { sample }),
      ...(heldOut !== undefined && { heldOut: { share: heldOut, seeds } }),
      // A question in hand may hang; measuring a thousand outcomes only takes its time.
      onAsked: takeTime,
      onProgress: progress.show,
      signal,
    };
    if (!perturb) return { run: await evaluate(set, how) };
    const plain = against === undefined ? await evaluate(set, how) : undefined;
    if (plain?.left) return { run: plain };
    return { ...(plain && { plain }), run: await evaluate(set, { ...how, perturb }) };
  } finally {
    progress.stop();
    await inference.close();
  }
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`It must be a whole number, at least ${least}.`);
  };
}

function share(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError('It must be a fraction between 0 and 1, such as 0.25.');
}
