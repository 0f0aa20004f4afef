import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { type Random, seededRandom } from '../../../src/evaluation/random.ts';
import { buildIndex } from '../../../src/indexing/index.ts';
import { startInference } from '../../../src/inference/index.ts';
import type { Retriever } from '../../../src/retrieval/index.ts';
import { serveIndex } from '../../../src/serving/served-index.ts';
import { openStore } from '../../../src/store/index.ts';
import { madeUpVectors } from '../editions.ts';
import { writeGeneratedArticles } from '../generated-articles.ts';
import { type Scenario, Tally } from '../scenario.ts';
import { watchStalls } from '../stalls.ts';

/** One article in this many is altered before the reindexing. */
const ALTERED = 20;
const IDLE_QUESTIONS = 20;
const MAX_STALL_MS = 50;
/** How much longer a question may take while the index is built; twice is aimed at, on a quiet machine. */
const MAX_SLOWER = 3;

/** A running bot reindexes that many articles, while questions are asked one after the other. */
export const scenario: Scenario = {
  name: 'reindex-while-answering',
  tries: { short: 200, long: 2_000 },
  async run({ tries: articles, random, folder }) {
    const corpusDir = join(folder, 'corpus');
    const base = { corpusDir, indexDir: join(folder, 'index'), maxArticleBytes: 2 ** 20 };
    const numbers = Array.from({ length: articles }, (_, i) => i);
    await writeGeneratedArticles(corpusDir, random, numbers);
    const inference = await startInference({ embeddingModel: 'bge-small-en-v1.5', processes: 2 });
    try {
      // What is searched at first need not be found: real vectors of all would take minutes.
      await buildIndex({
        ...base,
        embedder: { ...inference, embedPassages: madeUpVectors(inference.profile.dimensions) },
      });
      const store = await openStore(base.indexDir, { model: inference.profile });
      const log = pino({ level: 'silent' });
      const served = serveIndex(store, { indexDir: base.indexDir, inference, log });
      const asker = askerOf(served.retriever, random);
      for (let i = 0; i < 5; i++) await asker.ask();
      asker.times.length = 0;
      const endOfIdle = watchStalls();
      for (let i = 0; i < IDLE_QUESTIONS; i++) await asker.ask();
      const idleStalls = endOfIdle();
      const idle = asker.p95();

      await writeGeneratedArticles(
        corpusDir,
        seededRandom(random.below(1e6)),
        numbers.filter((number) => number % ALTERED === 0),
      );
      asker.times.length = 0;
      const end = watchStalls();
      let isDone = false;
      const asking = (async () => {
        while (!isDone) await asker.ask();
      })();
      const began = performance.now();
      const summary = await buildIndex({ ...base, embedder: inference });
      await served.refresh();
      const seconds = (performance.now() - began) / 1_000;
      isDone = true;
      await asking;
      await sleep(20);
      const stalls = end();
      served.close();

      const tally = new Tally();
      const stall = stalls.longestOwnMs ?? stalls.longestMs;
      await tally.try('the main thread', () => {
        if (stall > MAX_STALL_MS) throw new Error(`worked ${stall.toFixed(0)} ms without a turn`);
      });
      await tally.try('the questions', () => {
        const slower = asker.p95() / idle;
        if (slower > MAX_SLOWER) throw new Error(`took ${slower.toFixed(1)} times as long`);
      });
      await tally.try('the new index', () => {
        const { generation } = served.store().manifest;
        if (generation !== summary.manifest.generation) throw new Error('was not taken up');
      });
      return tally.result({
        articles,
        'reindexed in s': seconds.toFixed(1),
        'questions meanwhile': asker.times.length,
        'longest stall ms': stalls.longestMs.toFixed(0),
        'of own work ms': stalls.longestOwnMs?.toFixed(0) ?? 'unknown on this system',
        'when idle ms': `${idleStalls.longestMs.toFixed(0)} (own ${idleStalls.longestOwnMs?.toFixed(0)})`,
        'p95 idle ms': idle.toFixed(0),
        'p95 meanwhile ms': asker.p95().toFixed(0),
      });
    } finally {
      await inference.close();
    }
  },
};

/** Asks different questions, one at a time, and keeps how long each took. */
function askerOf(retriever: () => Retriever, random: Random) {
  const times: number[] = [];
  const things = ['bridge', 'mill', 'harbour', 'railway', 'ferry', 'orchard'];
  const names = ['Arlen', 'Corvel', 'Farlow', 'Hexham', 'Kelso', 'Lorne'];
  return {
    times,
    async ask() {
      const [thing, name] = [random.pick(things, 1)[0], random.pick(names, 1)[0]];
      const question = `What did the keeper of ${name} write about the ${thing} in ${1700 + random.below(320)}?`;
      const began = performance.now();
      await retriever().ask(question);
      times.push(performance.now() - began);
    },
    p95() {
      return times.toSorted((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1] ?? 0;
    },
  };
}
