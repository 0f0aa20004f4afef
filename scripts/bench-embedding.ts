import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { env, pipeline } from '@xenova/transformers';
import { startInference } from '../src/inference/index.ts';
import { MODELS_FOLDER } from '../src/inference/model-files.ts';

/**
 * Passages per second of the child processes beside those of the plain loop that transformers.js
 * suggests: its pipeline, one text at a time, on the main thread, with the same model. Both take
 * the same texts in turns, so that whatever else the machine does falls on both.
 */
const HELP = `usage: npm run bench:embedding [-- --folder DIR --passages N --rounds N --processes N]
  --folder DIR    take the paragraphs of the .md and .txt files below DIR (default corpus)
  --passages N    how many of them, of 300 to 1,200 characters (default 60)
  --rounds N      how often each way is measured (default 5)
  --processes N   child processes (default one for each core)
  --at-least N    fail where the ratio of the medians is smaller`;

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
  const texts = await paragraphs(values.folder, Number(values.passages));
  const inference = await startInference({
    embeddingModel: MODEL,
    processes: Number(values.processes),
    load: ['embedder'],
  });
  env.localModelPath = MODELS_FOLDER;
  env.allowRemoteModels = false;
  const extract = await pipeline('feature-extraction', MODEL);

  const ways = {
    'plain loop': async () => {
      for (const text of texts) await extract(text, { pooling: 'cls', normalize: true });
    },
    'child processes': async () => {
      await inference.embedPassages(texts.map((body) => ({ head: '', body })));
    },
  };
  const rates = new Map<string, number[]>();
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const [name, run] of Object.entries(ways)) {
      const start = performance.now();
      await run();
      const rate = (texts.length / (performance.now() - start)) * 1000;
      // The first round warms up.
      if (round > 0) rates.set(name, [...(rates.get(name) ?? []), rate]);
    }
  }
  await inference.close();

  const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  console.log(`${texts.length} passages of ${characters.toFixed(0)} characters on average`);
  for (const [name, measured] of rates) {
    const all = measured.map((rate) => rate.toFixed(1)).join(' ');
    console.log(`${name}: ${median(measured).toFixed(1)} passages/s (${all})`);
  }
  const [plain = [], children = []] = rates.values();
  const ratio = median(children) / median(plain);
  console.log(`ratio of the medians: ${ratio.toFixed(2)}`);
  if (ratio < Number(values['at-least'])) process.exitCode = 1;
}

async function paragraphs(folder: string, count: number): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /\.(md|txt)$/.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => text.split(/\n\s*\n/))
    .map((text) => text.trim())
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
    .slice(0, count);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
