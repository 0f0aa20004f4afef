import { minimise } from './minimise.ts';
import { scaled, scalingOf, unscaled } from './scaling.ts';

/** States of the sentences of a passage, and the indexes of those that answer. */
export interface SentenceExample {
  said: readonly Float32Array[];
  answers: readonly number[];
}

/**
 * Weights by which the sentences that answer stand out among the others of their passage: a softmax
 * over the sentences of each passage (conditional logistic regression).
 */
export function fitSentence(
  examples: readonly SentenceExample[],
  options: { ridge: number; epochs: number; rate: number },
): number[] {
  const scaling = scalingOf(examples.flatMap(({ said }) => said));
  const rows = examples.map(({ said }) => said.map((states) => scaled(states, scaling)));
  const weights = minimise(
    {
      size: scaling.means.length,
      examples: rows.length,
      addGradient(example, w, gradient) {
        const sentences = rows[example] as Float32Array[];
        const { answers } = examples[example] as SentenceExample;
        const shares = softmax(sentences.map((row) => product(w, row)));
        const right = answers.reduce((sum, place) => sum + (shares[place] as number), 0);
        for (const [place, row] of sentences.entries()) {
          const share = shares[place] as number;
          const wanted = answers.includes(place) ? share / right : 0;
          addTo(gradient, row, share - wanted);
        }
      },
    },
    options,
  );
  return unscaled(weights, scaling).weights;
}

/** What was read of a question with a passage, and whether the passage says what is asked. */
export interface SaidExample {
  /** Any numbers; the same ones of each example. */
  states: Float32Array;
  isSaid: boolean;
  /** How much the example counts. */
  weight: number;
}

/** Logistic regression with a ridge penalty on scaled states. */
export function fitSaid(
  examples: readonly SaidExample[],
  options: { ridge: number; epochs: number; rate: number },
): { weights: number[]; intercept: number } {
  const scaling = scalingOf(examples.map(({ states }) => states));
  const rows = examples.map(({ states }) => Float32Array.of(...scaled(states, scaling), 1));
  const fitted = minimise(
    {
      size: scaling.means.length + 1,
      examples: rows.length,
      addGradient(example, w, gradient) {
        const row = rows[example] as Float32Array;
        const { isSaid, weight } = examples[example] as SaidExample;
        const probability = 1 / (1 + Math.exp(-product(w, row)));
        addTo(gradient, row, weight * (probability - Number(isSaid)));
      },
    },
    options,
  );
  const { weights, shift } = unscaled(fitted.subarray(0, -1), scaling);
  return { weights, intercept: (fitted.at(-1) ?? 0) + shift };
}

function product(weights: Float32Array, row: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (weights[i] as number) * (row[i] as number);
  return sum;
}

function addTo(gradient: Float32Array, row: Float32Array, factor: number): void {
  for (let i = 0; i < row.length; i++) {
    gradient[i] = (gradient[i] as number) + factor * (row[i] as number);
  }
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
