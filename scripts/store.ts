import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCorpus } from '../src/benchmark/generated-corpus.ts';
import {
  type ComparedQuestion,
  compareStores,
  type StoreComparison,
} from '../src/benchmark/stores/compare-stores.ts';
import { readSettings } from '../src/config/settings.ts';
import { SettingError } from '../src/errors.ts';
import { openEmbeddedSet } from '../src/evaluation/embedded-set.ts';
import { readEvaluationSet } from '../src/evaluation/index.ts';
import { sampleQuestions } from '../src/evaluation/plan.ts';
import { embedCorpus } from '../src/indexing/embed-corpus.ts';
import { startInference } from '../src/inference/index.ts';
import { closePlace, indexPlace, openStore, replaceCorpus } from '../src/store/index.ts';
import { MODES, PLANS, type PlanMode } from '../src/store/postgres/plan.ts';
import type { Corpus, PassageStore } from '../src/store/types.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { runCommand } from '../src/terminal/run-command.ts';

const CACHE_DIR = '.pullquote/cache';
const QUESTIONS = 300;

interface Options {
  for: string;
  passages?: string;
  dimensions: string;
}

await runCommand(async () => {
  const command = createCommand('npm run store --')
    .description(
      'Shows what an index in Postgres is made of, and compares it with the embedded one.',
    )
    .argument('<what>', 'plan: print the SQL; compare: measure both on one corpus')
    .argument('[questions]', 'for compare: questions in the format of SQuAD 2.0')
    .option('--for <servers>', `plan for: ${MODES.join(', ')}`, 'one')
    .option('--dimensions <n>', 'plan for vectors of this length', '384')
    .option('--passages <n>', 'compare on a generated corpus of this size')
    .parse();
  const [what = '', file] = command.args;
  const options = command.opts<Options>();
  if (what === 'plan') return plan(options);
  if (what === 'compare') return compare(file, options);
  throw new SettingError(`${what}: say plan or compare.`);
});

function plan({ for: servers, dimensions }: Options): number {
  const mode = MODES.find((one) => one === servers);
  if (mode === undefined) throw new SettingError(`--for ${servers}: say ${MODES.join(' or ')}.`);
  console.log(PLANS[mode satisfies PlanMode](Number(dimensions)));
  return EXIT.answered;
}

async function compare(file: string | undefined, { passages }: Options): Promise<number> {
  const { STORE_URL } = readSettings();
  if (STORE_URL === undefined)
    throw new SettingError('STORE_URL names the server to compare with.');
  const server = await indexPlace('', STORE_URL);
  if (await openedAny(server)) {
    throw new SettingError(`There is an index in ${server}: give a database that is empty.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-compare-'));
  try {
    const { corpus, questions } =
      file === undefined ? generated(Number(passages ?? 10_000)) : await measured(file);
    const build = async (place: Parameters<typeof openStore>[0]): Promise<PassageStore> => {
      const began = performance.now();
      await replaceCorpus(place, corpus);
      console.error(`${place}: built in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
      return openStore(place, { model: corpus.model });
    };
    const [embedded, remote] = [await build(folder), await build(server)];
    await compareStores(embedded, remote, questions.slice(0, 50));
    console.log(rendered(await compareStores(embedded, remote, questions)));
  } finally {
    await closePlace(server);
    await rm(folder, { recursive: true, force: true });
  }
  return EXIT.answered;
}

async function openedAny(server: Awaited<ReturnType<typeof indexPlace>>): Promise<boolean> {
  const { currentGeneration } = await import('../src/store/index.ts');
  return (await currentGeneration(server)) !== undefined;
}

interface Compared {
  corpus: Corpus;
  questions: ComparedQuestion[];
}

function generated(passages: number): Compared {
  const { questions, changed, ...corpus } = generateCorpus({ passages, questions: QUESTIONS });
  return { corpus, questions: questions.map((each) => ({ ...each, gold: [] })) };
}

async function measured(file: string): Promise<Compared> {
  const set = await readEvaluationSet(file, {});
  const inference = await startInference({
    embeddingModel: readSettings().EMBEDDING_MODEL,
    processes: 1,
    load: ['embedder'],
  });
  try {
    const store = await openEmbeddedSet(set, { embedder: inference, cacheDir: CACHE_DIR });
    const { articles } = await embedCorpus(set, store, inference, {});
    const whole = articles.flatMap((each) => (typeof each === 'string' ? [] : [each]));
    const questions: ComparedQuestion[] = [];
    const answerable = set.questions.filter(({ gold }) => gold.length > 0);
    for (const { question, gold } of sampleQuestions(answerable, QUESTIONS, 1)) {
      const vector = await inference.embedQuery(question);
      questions.push({ text: question, vector, gold: gold.map(({ passageId }) => passageId) });
    }
    const { model, corpusHash } = store.manifest;
    return { corpus: { model, corpusHash, articles: whole }, questions };
  } finally {
    await inference.close();
  }
}

function rendered({ questions, first, second, same, recall }: StoreComparison): string {
  const percent = (share: number | undefined) =>
    share === undefined ? '–' : `${(100 * share).toFixed(1)}%`;
  const row = (name: string, { p50, p95, firstRight }: typeof first) =>
    `${name.padEnd(10)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, right first ${percent(firstRight)}`;
  return [
    `${questions} questions, both stores in turns`,
    row('embedded', first),
    row('Postgres', second),
    `ratio      p50 ${(second.p50 / first.p50).toFixed(2)}, p95 ${(second.p95 / first.p95).toFixed(2)}`,
    `same ten   by words ${percent(same.lexical)}, by vector ${percent(same.dense)}, fused ${percent(same.fused)}`,
    `of the embedded store's ten nearest by vector Postgres has ${percent(recall)}`,
  ].join('\n');
}
