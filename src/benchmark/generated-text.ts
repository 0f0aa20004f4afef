import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../evaluation/random.ts';

/** Share of the longer words of a sentence that are drawn anew. */
const REPLACED = 0.4;
const MIN_REPLACED_LENGTH = 5;
const SYLLABLES = 'ba dor fen gil hak jun kel lom mar nov pel quin ras sil tor ul ven wex yor zan';

/**
 * Makes sentences: those of real articles, in which words are replaced by such of a vocabulary
 * whose frequencies fall as Zipf's law says (the word of rank r is drawn 1/r times as often as the
 * first), so that a keyword index has both common and rare words to deal with.
 */
export class SentenceSource {
  readonly #random: Random;
  readonly #templates: readonly string[];
  readonly #vocabulary: number;

  /**
   * @param folder of Markdown articles, read as they are
   * @param vocabulary number of words that are drawn from
   */
  constructor(folder: string, vocabulary: number, random: Random) {
    this.#random = random;
    this.#vocabulary = vocabulary;
    this.#templates = sentencesIn(folder);
  }

  next(): string {
    const template = this.#templates[this.#random.below(this.#templates.length)] ?? '';
    return template.replaceAll(/[\p{L}]+/gu, (word) =>
      word.length >= MIN_REPLACED_LENGTH && this.#random.below(1_000) < REPLACED * 1_000
        ? wordOf(this.#rank())
        : word,
    );
  }

  /** By the inverse of the harmonic distribution, which ln(rank) approximates. */
  #rank(): number {
    return Math.floor((this.#vocabulary + 1) ** (this.#random.below(2 ** 30) / 2 ** 30));
  }
}

/** The same word for the same rank: its digits in base 20 as syllables. */
function wordOf(rank: number): string {
  const syllables = SYLLABLES.split(' ');
  let word = '';
  for (let rest = rank + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return word;
}

function sentencesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/\n+/))
    .filter((line) => /^[A-Z]/.test(line))
    .flatMap((line) => line.split(/(?<=[.!?]) (?=[A-Z])/))
    .filter((sentence) => sentence.length >= 40 && sentence.length <= 250);
}
