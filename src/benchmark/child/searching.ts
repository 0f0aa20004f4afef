import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type GeneratedCorpus, generateCorpus } from '../generated-corpus.ts';
import { loadSearchSystem, type SearchSystemName } from '../systems/searching/index.ts';
import type { OpenIndex } from '../systems/searching/search-system.ts';
import { blockedMs } from './blocked-ms.ts';
import { serve } from './serve.ts';

/** The process in which a search system is measured; its name is the argument. */
const system = await loadSearchSystem(process.argv[2] as SearchSystemName);

/** Passages that a search is asked for: as many as each of our searches hands to the reranker. */
const TOP = 100;
/** Beside the index in its folder. */
const [INDEX, INPUTS] = ['index', 'inputs'];

type Inputs = Pick<GeneratedCorpus, 'model' | 'questions'>;
type Search = 'dense' | 'keywords';

let folder = '';
let inputs: Inputs | undefined;
let index: OpenIndex | undefined;
/** What the index was made of; only a change needs it. */
let corpus: GeneratedCorpus | undefined;

/** Asks one of the generated questions; after the last the first comes again. */
async function ask(search: Search, number: number): Promise<string[]> {
  const question = inputs?.questions[number % inputs.questions.length];
  if (!question || !index) throw new Error('The index is not open.');
  const found =
    search === 'dense' ? index.dense?.(question.vector, TOP) : index.keywords?.(question.text, TOP);
  return (await found) ?? [];
}

const methods = {
  /** Makes the index of a generated corpus. @returns its size in bytes */
  async build(where: string, passages: number): Promise<number> {
    const { questions, changed: _, ...corpus } = generateCorpus({ passages });
    await mkdir(where, { recursive: true });
    await writeFile(join(where, INPUTS), serialize({ model: corpus.model, questions }));
    await system.build(join(where, INDEX), corpus);
    return sizeOf(join(where, INDEX));
  },

  /** Opens the index. @returns after how many milliseconds it could be searched */
  async open(where: string): Promise<number> {
    folder = where;
    const read: Inputs = deserialize(await readFile(join(where, INPUTS)));
    inputs = read;
    const began = performance.now();
    index = await system.open(join(folder, INDEX), read.model);
    return performance.now() - began;
  },

  /** @returns the milliseconds of each of `count` searches */
  async search(search: Search, from: number, count: number): Promise<number[]> {
    const times: number[] = [];
    for (let i = from; i < from + count; i++) {
      const began = performance.now();
      await ask(search, i);
      times.push(performance.now() - began);
    }
    return times;
  },

  /** @returns the ids that a search finds, best first */
  find: (search: Search, number: number): Promise<string[]> => ask(search, number),

  /** @returns for each of `count` searches how long it held the main thread, in milliseconds */
  async blocked(search: Search, from: number, count: number): Promise<number[]> {
    const times: number[] = [];
    for (let i = from; i < from + count; i++) times.push(await blockedMs(() => ask(search, i)));
    return times;
  },

  /** Asks both ways, at most `count` questions or until the time is up. @returns how many were asked */
  async askMany(count: number, atMostMs: number): Promise<number> {
    const until = performance.now() + atMostMs;
    let asked = 0;
    for (; asked < count && performance.now() < until; asked++) {
      await ask('dense', asked);
      await ask('keywords', asked);
    }
    return asked;
  },

  /** Puts a changed article into the index. @returns after how many milliseconds it was found */
  async change(passages: number, seed: number): Promise<number> {
    corpus ??= generateCorpus({ passages, questions: 0 });
    const { changed } = generateCorpus({ passages: 20, questions: 0, seed });
    globalThis.gc?.();
    const began = performance.now();
    await index?.change?.(corpus, changed);
    const took = performance.now() - began;
    await index?.settle?.();
    return took;
  },

  /** @returns what objects and buffers take after a collection, in megabytes (10⁶ bytes) */
  async heapMb(): Promise<number> {
    // Twice: what finalizers let go of in the first goes in the second.
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  },
};
export type SearchingMethods = typeof methods;
serve(methods);

async function sizeOf(where: string): Promise<number> {
  const names = await readdir(where, { recursive: true });
  const stats = await Promise.all(names.map((name) => stat(join(where, name))));
  return stats.reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);
}
