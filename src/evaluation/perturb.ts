import { STOP_WORDS } from '../store/stop-words.ts';
import type { EvalQuestion } from './evaluation-set.ts';
import { type Random, seededRandom } from './random.ts';

/**
 * How a question is asked otherwise than it is written:
 * - `typo`: with one slip of the keyboard in a word of five letters or more;
 * - `lower`: in small letters, without the question mark;
 * - `keywords`: without stop words and question words.
 */
export const PERTURBATIONS = ['typo', 'lower', 'keywords'] as const;
export type Perturbation = (typeof PERTURBATIONS)[number];

/**
 * The question as somebody might type it. What it is and what answers it stays; `asked` is what is
 * asked. The same seed changes the same question in the same way, in whatever sample it stands.
 */
export function perturb(
  question: EvalQuestion,
  perturbation: Perturbation,
  seed: number,
): EvalQuestion {
  return { ...question, asked: perturbed(question, perturbation, seed) };
}

function perturbed({ id, question }: EvalQuestion, perturbation: Perturbation, seed: number) {
  if (perturbation === 'lower') return question.toLowerCase().replace(/[\s?]+$/u, '');
  if (perturbation === 'keywords') return keywordsOf(question);
  return withTypo(question, seededRandom(numberOf(`${seed} ${id}`)));
}

function keywordsOf(question: string): string {
  const words = question.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.,'’-]*(?<![.,'’-])/gu) ?? [];
  const kept = words.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  return kept.length > 0 ? kept.join(' ') : question;
}

/** Letters only: a number or a code with a slip in it is another number. */
const LONG_WORD = /(?<![\p{L}\p{M}\p{N}])\p{L}{5,}(?![\p{L}\p{M}\p{N}])/gu;

/** One slip in one long word, behind its first letter; a question without such a word stays. */
export function withTypo(question: string, random: Random): string {
  const words = [...question.matchAll(LONG_WORD)];
  const word = words[words.length > 0 ? random.below(words.length) : 0];
  if (!word) return question;
  const slipped = slip(word[0], random);
  return question.slice(0, word.index) + slipped + question.slice(word.index + word[0].length);
}

const SLIPS: readonly ((word: string, at: number, random: Random) => string)[] = [
  /** The letter and the next one change places. */
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
  /** It is left out. */
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  /** It is typed twice. */
  (word, at) => word.slice(0, at + 1) + word.slice(at),
  /** The key beside it is hit. */
  (word, at, random) =>
    word.slice(0, at) + neighbour(word[at] as string, random) + word.slice(at + 1),
];

function slip(word: string, random: Random): string {
  for (;;) {
    const at = 1 + random.below(word.length - 1);
    const slipped = SLIPS[random.below(SLIPS.length)]?.(word, at, random) ?? word;
    // Two equal letters that change places change nothing.
    if (slipped !== word) return slipped;
  }
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** A letter from the key to the left or the right; the letter itself where the keyboard has none. */
function neighbour(letter: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? letter;
  const at = row.indexOf(letter.toLowerCase());
  const beside = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
  return beside[beside.length > 0 ? random.below(beside.length) : 0] ?? letter;
}

/** FNV-1a: a seed of 32 bits for each text. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
