import type { OutputTensor } from '@xenova/transformers/src/backends/onnx.js';
import type { Span } from '../../passage.ts';
import { hiddenStatesOf } from '../reader-outputs.ts';
import type { Outputs } from './session.ts';

/** The states of a question: for each layer that of [CLS], then mean and maximum of the tokens'. */
export function questionStates(
  outputs: Outputs,
  layers: readonly number[],
  question: Span,
): Float32Array {
  return joined(
    layers.map((layer) => statesOf(outputs, layer)),
    (states) => [rowOf(states, 0), ...pooled(states, question)],
  );
}

/** The states of a sentence: for each layer mean and maximum of its tokens'. */
export function sentenceStates(
  outputs: Outputs,
  layers: readonly number[],
  sentence: Span,
): Float32Array {
  return joined(
    layers.map((layer) => statesOf(outputs, layer)),
    (states) => pooled(states, sentence),
  );
}

/** @throws when the model does not give the states of that layer. */
function statesOf({ byName }: Outputs, layer: number): OutputTensor {
  const states = byName[hiddenStatesOf(layer)];
  if (!states) throw new Error(`it does not give the states of its layer ${layer}`);
  return states;
}

function joined(
  layers: readonly OutputTensor[],
  partsOf: (states: OutputTensor) => Float32Array[],
): Float32Array {
  const parts = layers.flatMap(partsOf);
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function rowOf({ data, dims: [, , size = 0] }: OutputTensor, token: number): Float32Array {
  return data.subarray(token * size, (token + 1) * size);
}

/** Mean and maximum over at least one token. */
function pooled(states: OutputTensor, { start, end }: Span): [Float32Array, Float32Array] {
  const sum = Float32Array.from(rowOf(states, start));
  const most = Float32Array.from(sum);
  for (let token = start + 1; token < end; token++) {
    const row = rowOf(states, token);
    for (let i = 0; i < row.length; i++) {
      const value = row[i] as number;
      sum[i] = (sum[i] as number) + value;
      if (value > (most[i] as number)) most[i] = value;
    }
  }
  return [sum.map((value) => value / Math.max(end - start, 1)), most];
}
