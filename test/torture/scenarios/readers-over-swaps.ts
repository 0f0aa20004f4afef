import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { buildIndex } from '../../../src/indexing/index.ts';
import { type Embedder, type Inference, startInference } from '../../../src/inference/index.ts';
import type { Answer } from '../../../src/passage.ts';
import { serveIndex } from '../../../src/serving/served-index.ts';
import { openStore } from '../../../src/store/index.ts';
import { edition, PLACES, THINGS, writeEdition } from '../editions.ts';
import { type Scenario, Tally } from '../scenario.ts';

const READERS = 10;
const LOOK_EVERY_MS = 20;
const ANSWERS_A_SWAP = 4;

/**
 * Ten readers ask one question after the other while the index is swapped again and again: each
 * answer is verbatim, and of one generation.
 */
export const scenario: Scenario = {
  name: 'readers-over-swaps',
  tries: { short: 4, long: 100 },
  async run({ tries: swaps, random, folder }) {
    const base = {
      corpusDir: join(folder, 'corpus'),
      indexDir: join(folder, 'index'),
      maxArticleBytes: 2 ** 20,
    };
    const inference = await startInference({ embeddingModel: 'bge-small-en-v1.5', processes: 2 });
    const tally = new Tally();
    try {
      const embedder = remembering(inference);
      const build = async (number: number, indexDir = base.indexDir) => {
        await writeEdition(base.corpusDir, number);
        await buildIndex({ ...base, indexDir, embedder });
      };
      // Questions go before the texts of a build: ten readers would hold the swaps up.
      for (let i = 1; i <= swaps + 1; i++) await build(i, join(folder, 'beforehand'));
      await build(1);
      const store = await openStore(base.indexDir, { model: inference.profile });
      const log = pino({ level: 'silent' });
      const { indexDir } = base;
      const served = serveIndex(store, { indexDir, inference, log, lookEveryMs: LOOK_EVERY_MS });
      let isDone = false;
      const editions = new Set<number>();
      let answers = 0;
      let quotes = 0;
      const read = async () => {
        while (!isDone) {
          const [place] = random.pick(Object.keys(PLACES), 1);
          const [thing] = random.pick(THINGS, 1);
          const question = `How many windows does the ${thing} of ${place} have?`;
          await tally.try(question, async () => {
            const number = checkAnswer(await served.retriever().ask(question));
            if (number !== undefined) editions.add(number);
            if (number !== undefined) quotes++;
          });
          answers++;
        }
      };
      const readers = Array.from({ length: READERS }, read);
      let swapped = 0;
      try {
        for (let number = 2; number <= swaps + 1; number++) {
          const before = served.store();
          await build(number);
          await served.refresh();
          if (served.store() !== before) swapped++;
          for (const enough = answers + ANSWERS_A_SWAP; answers < enough; ) await sleep(5);
        }
      } finally {
        isDone = true;
        await Promise.all(readers);
        served.close();
      }
      await tally.try('the swaps', () => {
        if (swapped !== swaps) throw new Error(`${swapped} of ${swaps} were taken up`);
      });
      await tally.try('the answers', () => {
        if (quotes === 0) throw new Error('none had a quote');
      });
      return tally.result({ swaps, 'answers with quotes': quotes, 'of editions': editions.size });
    } finally {
      await inference.close();
    }
  },
};

/** An embedder that computes the vectors of a text once. */
function remembering(inference: Inference): Embedder {
  const known = new Map<string, Float32Array[]>();
  return {
    ...inference,
    async embedPassages(texts, options) {
      const keys = texts.map((text) => JSON.stringify(text));
      const fresh = texts.filter((_, i) => !known.has(keys[i] ?? ''));
      const vectors = await inference.embedPassages(fresh, options);
      fresh.forEach((text, i) => {
        known.set(JSON.stringify(text), vectors[i] ?? []);
      });
      return keys.map((key) => known.get(key) ?? []);
    },
  };
}

/** @returns the edition that all quotes of an answer are from. @throws Error for any other quote */
function checkAnswer({ quotes }: Answer): number | undefined {
  const numbers = quotes.map(({ article, text, start, end, marked }) => {
    const number = Number(text.match(/edition (\d+)/)?.[1]);
    const file = edition(number)[article.file];
    if (file?.slice(start, end) !== text) throw new Error(`not verbatim: ${text}`);
    if (file.slice(marked.start, marked.end) !== marked.text) throw new Error(`mark: ${text}`);
    return number;
  });
  if (new Set(numbers).size > 1) throw new Error(`of editions ${numbers.join(', ')}`);
  return numbers[0];
}
