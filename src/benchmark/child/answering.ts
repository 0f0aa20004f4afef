import { sampleQuestions } from '../sample.ts';
import type { Answering } from '../systems/answering/answering-system.ts';
import { type AnsweringSystemName, loadAnsweringSystem } from '../systems/answering/index.ts';
import { blockedMs } from './blocked-ms.ts';
import { serve } from './serve.ts';

/** The process in which a whole pipeline is measured; its name is the argument. */
const system = await loadAnsweringSystem(process.argv[2] as AnsweringSystemName);
const questions = sampleQuestions();
let answering: Answering | undefined;

export interface Asked {
  /** How long each answer took, in milliseconds. */
  times: number[];
  /** How many of the answers were a passage that answers. */
  right: number;
}

/** Asks one of the sample questions. @returns whether the first passage answers it */
async function ask(number: number): Promise<boolean> {
  const question = questions[number % questions.length];
  if (!question || !answering) throw new Error('The system is not open.');
  const passage = await answering.ask(question.text);
  return passage !== null && question.answeredBy.includes(passage);
}

const methods = {
  build: (folder: string): Promise<void> => system.build(folder),

  async open(folder: string): Promise<void> {
    answering = await system.open(folder);
  },

  /** Has `askers` ask `count` questions in all, each its next one when it has its answer. */
  async ask(from: number, count: number, askers: number): Promise<Asked> {
    const asked: Asked = { times: [], right: 0 };
    let next = from;
    const asker = async () => {
      while (next < from + count) {
        const number = next++;
        const began = performance.now();
        if (await ask(number)) asked.right++;
        asked.times.push(performance.now() - began);
      }
    };
    await Promise.all(Array.from({ length: askers }, asker));
    return asked;
  },

  /** @returns for each answer how long it held the main thread, in milliseconds */
  async blocked(from: number, count: number): Promise<number[]> {
    const times: number[] = [];
    for (let i = from; i < from + count; i++) times.push(await blockedMs(() => ask(i)));
    return times;
  },

  async close(): Promise<void> {
    await answering?.close();
  },
};
export type AnsweringMethods = typeof methods;
serve(methods);
