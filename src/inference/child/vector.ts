import type { OutputTensor } from '@xenova/transformers/src/backends/onnx.js';
import type { EmbeddingProfile } from '../types.ts';

/**
 * Makes one unit vector of the model's output for one text, `[1, tokens, dimensions]`.
 *
 * @throws when the output is not what the profile says.
 */
export function unitVector(
  { data, dims }: OutputTensor,
  { pooling, dimensions }: Pick<EmbeddingProfile, 'pooling' | 'dimensions'>,
): Float32Array {
  const [, tokens = 0, given] = dims;
  if (given !== dimensions) throw new Error(`it gives ${given} dimensions, not ${dimensions}`);
  // The sum will do for the mean: both have the same direction.
  const sum = new Array<number>(dimensions).fill(0);
  for (let token = 0; token < (pooling === 'cls' ? 1 : tokens); token++) {
    for (let i = 0; i < dimensions; i++) {
      sum[i] = (sum[i] ?? 0) + (data[token * dimensions + i] ?? 0);
    }
  }
  const length = Math.hypot(...sum);
  if (!(length > 0)) throw new Error('the model gives no direction for it');
  return Float32Array.from(sum, (value) => value / length);
}
