import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { env, pipeline } from '@xenova/transformers';
import { embeddingTexts, modelText, readCorpus } from '../src/corpus/index.ts';
import { startInference } from '../src/inference/index.ts';
import { MODELS_FOLDER } from '../src/inference/model-files.ts';
import type { ModelText } from '../src/passage.ts';

/**
 * Passages made searchable a second by the child processes, beside the plain loop that
 * transformers.js suggests: its pipeline, one text at a time, on the main thread, with the same
 * model. All take turns, so that whatever else the machine does falls on all.
 */
const HELP = `usage: npm run bench:embedding [-- --folder DIR --passages N --rounds N --processes N]
  --folder DIR    take the passages of the articles in DIR (default corpus)
  --passages N    how many of them, of 300 to 1,200 characters (default 60)
  --rounds N      how often each way is measured (default 5)
  --processes N   child processes (default one for each core)
  --at-least N    fail where the children are not so many times as fast with the same texts`;

/** In characters. The plain loop cuts what is longer than 512 tokens, the other way does it all. */
const [SHORTEST, LONGEST] = [300, 1200];
const MODEL = 'bge-small-en-v1.5';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'corpus' },
    passages: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '5' },
    processes: { type: 'string', default: String(availableParallelism()) },
    'at-least': { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(HELP);
else await bench();

async function bench(): Promise<void> {
  const passages = await readPassages(values.folder, Number(values.passages));
  const wholes = passages.map(({ whole }) => whole);
  const runs = passages.flatMap((passage) => passage.runs);
  const inference = await startInference({
    embeddingModel: MODEL,
    processes: Number(values.processes),
    load: ['embedder'],
  });
  env.localModelPath = MODELS_FOLDER;
  env.allowRemoteModels = false;
  const extract = await pipeline('feature-extraction', MODEL);
  const loop = async (texts: readonly ModelText[]) => {
    for (const { head, body } of texts) {
      await extract(`${head}. ${body}`, { pooling: 'cls', normalize: true });
    }
  };

  const ways = {
    'plain loop, passages as they are': () => loop(wholes),
    'plain loop, their runs of sentences': () => loop(runs),
    'child processes, their runs of sentences': async () => {
      await inference.embedPassages(runs);
    },
  };
  const times = new Map<string, number[]>();
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const [name, run] of Object.entries(ways)) {
      const start = performance.now();
      await run();
      const time = performance.now() - start;
      // The first round warms up.
      if (round > 0) times.set(name, [...(times.get(name) ?? []), time]);
    }
  }
  await inference.close();

  const characters = passages.reduce((sum, { whole }) => sum + whole.body.length, 0);
  console.log(
    `${passages.length} passages of ${(characters / passages.length).toFixed(0)} characters on average, ${runs.length} runs of sentences`,
  );
  const rate = (time: number) => ((passages.length / time) * 1_000).toFixed(1);
  for (const [name, measured] of times) {
    console.log(`${name}: ${rate(median(measured))} passages/s (${measured.map(rate).join(' ')})`);
  }
  const [whole = 0, same = 0, children = 0] = [...times.values()].map(median);
  const ratio = same / children;
  console.log(`ratios of the medians: ${ratio.toFixed(2)} with the same texts`);
  console.log(`  ${(whole / children).toFixed(2)} to the plain loop over the passages as they are`);
  console.log(`  ${((whole + same) / children).toFixed(2)} to the plain loop over both`);
  if (ratio < Number(values['at-least'])) process.exitCode = 1;
}

async function readPassages(folder: string, count: number) {
  const { articles } = await readCorpus(folder, { maxArticleBytes: 2 ** 20 });
  return articles
    .flatMap(({ article, passages }) =>
      passages.map((passage, index) => ({
        length: passage.plain.length,
        whole: modelText(article, passages, index),
        runs: embeddingTexts(article, passages, index),
      })),
    )
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
    .slice(0, count);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
