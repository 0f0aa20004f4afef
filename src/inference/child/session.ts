import type { OutputTensor } from '@xenova/transformers/src/backends/onnx.js';
import type { Encoded } from './tokenizer.ts';

/** Runs one text. */
export type Run = (input: Encoded) => Promise<Outputs>;

export interface Outputs {
  /** The model's first output. */
  first: OutputTensor;
  byName: Readonly<Record<string, OutputTensor>>;
}

/**
 * One thread for each process: two processes with one thread embed 2.3 times as much as one process
 * with two. Only the native runtime is asked for, so that a model it cannot run is an
 * error and not ten times slower in WebAssembly.
 */
const SESSION_OPTIONS = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
};

/**
 * Makes a model ready to run, one text a run: a batch would change its results.
 *
 * @param weightsPath a path and not the bytes, because onnxruntime-node 1.14 ignores all options
 *   of a model that it gets as bytes, and takes as many threads as there are cores.
 */
export async function startSession(weightsPath: string): Promise<Run> {
  const { ONNX } = await import('@xenova/transformers/src/backends/onnx.js');
  const session = await ONNX.InferenceSession.create(weightsPath, SESSION_OPTIONS);
  const output = session.outputNames[0] ?? '';

  return async ({ ids, typeIds }) => {
    const tensor = (values: number[]) =>
      new ONNX.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const inputs = {
      input_ids: tensor(ids),
      attention_mask: tensor(ids.map(() => 1)),
      ...(session.inputNames.includes('token_type_ids') && { token_type_ids: tensor(typeIds) }),
    };
    const byName = await session.run(inputs);
    const first = byName[output];
    if (!first) throw new Error('the model has no output');
    return { first, byName };
  };
}
