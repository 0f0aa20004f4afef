import { createInterface } from 'node:readline';
import { InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { MEGABYTE, readSettings, type Settings } from '../src/config/settings.ts';
import { PullquoteError, SettingError } from '../src/errors.ts';
import { type EmbeddingProfile, embeddingProfile, startInference } from '../src/inference/index.ts';
import type { Answer, Ask, AskOptions } from '../src/passage.ts';
import { parseQuestion } from '../src/retrieval/question.ts';
import { indexPlace, type PassageStore } from '../src/store/index.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { printableLine } from '../src/terminal/printable.ts';
import { showProgress } from '../src/terminal/progress.ts';
import { renderSummary } from '../src/terminal/render-summary.ts';
import { runCommand } from '../src/terminal/run-command.ts';

/** Quotes in one answer, at most. */
const MAX_TOP = 10;
/** Widest line that is pleasant to read. */
const MAX_COLUMNS = 96;
/** In place of the question: read questions from standard input, one a line. */
const FROM_STDIN = '-';

interface Options {
  corpus?: string;
  index?: string;
  article?: string[];
  top?: number;
  json?: boolean;
}

await runCommand(async () => {
  const { question, options } = parseArguments();
  if (question !== FROM_STDIN) parseQuestion(question);
  const settings = readSettings();
  const model = await embeddingProfile(settings.EMBEDDING_MODEL, tell);

  // The models load while the rest of the program is, and the index is opened. A failure of either
  // ends the command, and with it the processes that run them.
  const starting = startInference({
    embeddingModel: settings.EMBEDDING_MODEL,
    processes: settings.INFERENCE_PROCESSES,
  });
  starting.catch(() => {});
  const store = await openStore(options, settings, model, () => starting);
  const askOptions = checkArticles(options, store);
  const { createRetriever } = await import('../src/retrieval/index.ts');
  const inference = await starting;
  try {
    const { ask } = createRetriever(store, inference);
    return question === FROM_STDIN
      ? await answerLines(ask, askOptions, options, store)
      : await answer(question, ask, askOptions, options, store);
  } finally {
    await inference.close();
  }
});

function parseArguments(): { question: string; options: Options } {
  const command = createCommand('npm run ask --')
    .description("Answers a question with the articles' own words.")
    .argument('<question>', 'the question in quotes, or - to read questions from standard input')
    .option('--corpus <dir>', 'the folder of articles (default: the setting CORPUS_DIR)')
    .option('--index <dir>', 'where the index is kept (default: the setting INDEX_DIR)')
    .option(
      '--article <id>',
      'search only this article (its path without the ending); may be given again',
      (id, ids: string[] = []) => [...ids, id],
    )
    .option(
      '--top <n>',
      `show up to n quotes, 1 to ${MAX_TOP} (default: one, or two that both answer)`,
      parseTop,
    )
    .option('--json', 'print one JSON object a line')
    .addHelpText(
      'after',
      '\nExit codes: 0 answered, 3 nothing found, 1 a mistake of yours, 2 a fault of ours.',
    )
    .parse();
  return { question: command.args[0] as string, options: command.opts<Options>() };
}

function parseTop(value: string): number {
  const top = Number(value);
  if (Number.isInteger(top) && top >= 1 && top <= MAX_TOP) return top;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_TOP}.`);
}

async function openStore(
  { corpus, index }: Options,
  settings: Settings,
  model: EmbeddingProfile,
  embedder: () => ReturnType<typeof startInference>,
): Promise<PassageStore> {
  const { openUpToDate } = await import('../src/indexing/index.ts');
  const progress = showProgress(process.stderr);
  try {
    return await openUpToDate({
      corpusDir: corpus ?? settings.CORPUS_DIR,
      indexDir: index ?? (await indexPlace(settings.INDEX_DIR, settings.STORE_URL)),
      maxArticleBytes: settings.MAX_ARTICLE_MB * MEGABYTE,
      articleTimeoutMs: settings.ARTICLE_TIMEOUT_SECONDS * 1_000,
      model,
      embedder,
      onProgress: progress.update,
      onBuilt: (summary) => {
        progress.stop();
        tell(`${renderSummary(summary)}\n`);
      },
      onStale: tell,
    });
  } finally {
    progress.stop();
  }
}

/** @throws SettingError for an article that is not in the index. */
function checkArticles({ article, top }: Options, store: PassageStore): AskOptions {
  const unknown = article?.find((id) => !store.card(id));
  if (unknown !== undefined) {
    const known = store
      .articles()
      .slice(0, 3)
      .map(({ id }) => id);
    throw new SettingError(
      `--article ${unknown}: no article has this id; ids are paths without the ending, such as ${known.join(', ')}.`,
    );
  }
  return { ...(article && { articleIds: article }), ...(top && { top }) };
}

/**
 * Answers each line in turn; a line that is no question is told on stderr and passed over. Ends
 * with the worst of the lines: a mistake, or else a miss.
 */
async function answerLines(
  ask: Ask,
  askOptions: AskOptions,
  options: Options,
  store: PassageStore,
): Promise<number> {
  const isTyped = process.stdin.isTTY;
  if (isTyped) tell('One question a line; Ctrl-D ends.');
  let worst: number = EXIT.answered;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    if (!isTyped && !options.json) console.log(`? ${printableLine(line)}\n`);
    try {
      const code = await answer(line, ask, askOptions, options, store);
      if (worst === EXIT.answered) worst = code;
    } catch (error) {
      if (!(error instanceof PullquoteError)) throw error;
      tell(error.message);
      worst = EXIT.mistake;
    }
  }
  return worst;
}

async function answer(
  question: string,
  ask: Ask,
  askOptions: AskOptions,
  { json, top }: Options,
  store: PassageStore,
): Promise<number> {
  const found = await ask(question, askOptions);
  console.log(json ? await forPrograms(found) : await forReading(found, top, store));
  const isAnswered =
    found.status === 'listed' ? found.listing.articles.length > 0 : found.quotes.length > 0;
  return isAnswered ? EXIT.answered : EXIT.missed;
}

async function forPrograms(found: Answer): Promise<string> {
  const { jsonAnswer } = await import('../src/terminal/json-answer.ts');
  return JSON.stringify(jsonAnswer(found));
}

/** @param top the number of quotes that was asked for; where none was, what answers at a glance */
async function forReading(
  found: Answer,
  top: number | undefined,
  store: PassageStore,
): Promise<string> {
  const { atAGlance } = await import('../src/retrieval/at-a-glance.ts');
  const { renderAnswer } = await import('../src/terminal/render-answer.ts');
  const shown = top === undefined ? atAGlance(found) : found;
  const { isTTY, columns } = process.stdout;
  const colors = pc.createColors(Boolean(isTTY) && pc.isColorSupported);
  const style = { colors, ...(isTTY && { columns: Math.min(columns, MAX_COLUMNS) }) };
  const quoted = await store.read(shown.quotes.map(({ article }) => article.id));
  return `${renderAnswer(shown, quoted, style)}\n`;
}

/** Answers alone go to standard output. */
function tell(line: string): void {
  console.error(line);
}
