import type { OutputTensor } from '@xenova/transformers/src/backends/onnx.js';

/** Makes one unit vector of the model's output for one text, `[1, tokens, dimensions]`. */
export function unitVector({ data, dims }: OutputTensor, pooling: 'cls' | 'mean'): Float32Array {
  const tokens = pooling === 'cls' ? 1 : (dims[1] ?? 0);
  const dimensions = dims[2] ?? 0;
  // Sums in double precision; the mean's divisor falls out with the length.
  const sum = new Float64Array(dimensions);
  for (let token = 0; token < tokens; token++) {
    for (let i = 0; i < dimensions; i++) sum[i]! += data[token * dimensions + i]!;
  }
  const length = Math.hypot(...sum) || 1;
  return Float32Array.from(sum, (value) => value / length);
}
