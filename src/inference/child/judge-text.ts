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
  { said, sentence }: Heads,
  outputs: Outputs,
  { question, sentences }: Omit<PairInput, 'input'>,
): TextReading {
  const logit = outputs.first.data[0] ?? Number.NaN;
  const states = questionStates(outputs, said.layers, question);
  return {
    logit,
    said: said.intercept + said.logit * logit + product(said.weights, states),
    sentences: sentences.map((span) =>
      span.start < span.end
        ? product(sentence.weights, sentenceStates(outputs, sentence.layers, span))
        : Number.NEGATIVE_INFINITY,
    ),
  };
}

/** The weighted sum. @throws when the weights are not for these states. */
export function product(weights: readonly number[], states: Float32Array): number {
  if (weights.length !== states.length) {
    throw new Error(`the heads have ${weights.length} weights for ${states.length} states`);
  }
  let sum = 0;
  for (let i = 0; i < states.length; i++) sum += (weights[i] as number) * (states[i] as number);
  return sum;
}
