import { LRUCache } from 'lru-cache';
import type { Answer, AskOptions } from '../../passage.ts';
import { isoDay } from '../../retrieval/metadata/period/days.ts';

/** What the answers may take together, in bytes: some thousand answers. */
const MAX_BYTES = 4 * 2 ** 20;
/** JavaScript keeps a character in at most two. */
const BYTES_PER_CHARACTER = 2;

/**
 * Answers of one generation of the index, so that what somebody else has just asked is not computed
 * again. Nothing is written to disk.
 */
export class AnswerMemory {
  readonly #answers = new LRUCache<string, Answer>({
    maxSize: MAX_BYTES,
    sizeCalculation: (answer, key) =>
      BYTES_PER_CHARACTER * (key.length + JSON.stringify(answer).length),
  });
  /** Those that are being computed. */
  readonly #open = new Map<string, Promise<Answer>>();

  /** The answer, or the one that is being computed; undefined if neither. */
  get(key: string): Answer | Promise<Answer> | undefined {
    return this.#answers.get(key) ?? this.#open.get(key);
  }

  /** The answer, computed unless it is there or on its way; one that fails is forgotten. */
  async getOrCompute(key: string, compute: () => Promise<Answer>): Promise<Answer> {
    const known = this.get(key);
    if (known) return known;
    const answer = compute();
    this.#open.set(key, answer);
    try {
      this.#answers.set(key, await answer);
      return await answer;
    } finally {
      this.#open.delete(key);
    }
  }
}

/** Equal for questions that get the same answer. */
export function memoryKey(question: string, options: AskOptions): string {
  const { articleIds, filter = {}, subject, top, earlier } = options;
  const before = earlier && [normalized(earlier.question), earlier.articleIds];
  const { tag, author, since, until } = filter;
  const fits = [tag, author, since, until];
  // "Last week" is another one tomorrow.
  const today = isoDay(new Date());
  return JSON.stringify([normalized(question), today, articleIds, fits, subject, top, before]);
}

/**
 * Without what does not change the meaning: spacing, and marks at the end. Case does: a capital
 * letter tells "WHO" from "who".
 */
function normalized(question: string): string {
  return question
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/[\s?!.¿¡]+$/u, '')
    .trim();
}
