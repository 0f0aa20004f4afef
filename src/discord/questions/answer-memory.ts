import { LRUCache } from 'lru-cache';
import type { Answer, AskOptions } from '../../passage.ts';

/** Answers kept; an answer takes some kilobytes. */
const MOST_ANSWERS = 2_000;

/**
 * Answers of the last questions, so that what somebody else has just asked is not computed again.
 * The key holds the index generation: a new index is asked anew. Nothing is written to disk.
 */
export class AnswerMemory {
  readonly #answers = new LRUCache<string, Promise<Answer>>({ max: MOST_ANSWERS });

  /** The answer, or the one that is being computed; undefined if neither. */
  get(key: string): Promise<Answer> | undefined {
    return this.#answers.get(key);
  }

  /** Keeps an answer from now on; one that fails is forgotten. */
  set(key: string, answer: Promise<Answer>): void {
    this.#answers.set(key, answer);
    answer.catch(() => {
      if (this.#answers.peek(key) === answer) this.#answers.delete(key);
    });
  }
}

/** Equal for questions that get the same answer. */
export function memoryKey(generation: string, question: string, options: AskOptions): string {
  const { articleIds, top, earlier } = options;
  const asked = normalized(question);
  const before = earlier && [normalized(earlier.question), earlier.articleIds];
  return JSON.stringify([generation, asked, articleIds, top, before]);
}

/** Without what does not change the meaning: case, spacing, and marks at the end. */
function normalized(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s?!.¿¡]+$/u, '')
    .trim();
}
