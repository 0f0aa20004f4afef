import type { TextReading } from '../types.ts';
import type { Heads } from './heads.ts';
import type { PairInput } from './model-input.ts';
import { questionStates, sentenceStates } from './pooled-states.ts';
import type { Outputs } from './session.ts';

/**
 * What one run over a question and a text tells.
 *
 * @throws when the model does not give what the heads look at.
 */
export function judgeText(
  heads: Heads,
  outputs: Outputs,
  { question, sentences }: Omit<PairInput, 'input'>,
): TextReading {
  const logit = outputs.first.data[0] ?? Number.NaN;
  const states = sentences.map(({ start, end }) =>
    start < end ? sentenceStates(outputs, heads.sentence.layers, { start, end }) : undefined,
  );
  const asked = questionStates(outputs, heads.said.layers, question);
  return { logit, ...judgeStates(heads, logit, asked, states) };
}

/**
 * @param asked states of the question
 * @param states those of each sentence, undefined where it was not read
 * @throws when the weights are not for these states.
 */
export function judgeStates(
  { said, sentence }: Heads,
  logit: number,
  asked: Float32Array,
  states: readonly (Float32Array | undefined)[],
): Omit<TextReading, 'logit'> {
  const sentences = states.map((one) =>
    one ? weightedSum(sentence.weights, one) : Number.NEGATIVE_INFINITY,
  );
  const best = states[sentences.indexOf(Math.max(...sentences))];
  const inSentence = best ? weightedSum(said.sentence, best) : 0;
  return {
    said: said.intercept + said.logit * logit + weightedSum(said.question, asked) + inSentence,
    sentences,
  };
}

/** @throws when the weights are not for these states. */
export function weightedSum(weights: readonly number[], states: Float32Array): number {
  if (weights.length !== states.length) {
    throw new Error(`the heads have ${weights.length} weights for ${states.length} states`);
  }
  let sum = 0;
  for (let i = 0; i < states.length; i++) sum += (weights[i] as number) * (states[i] as number);
  return sum;
}
