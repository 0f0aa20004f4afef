import { seededRandom } from '../random.ts';

const BATCH = 64;
/** Adam with its usual decay rates (Kingma and Ba, Adam: a method for stochastic optimization, 2015). */
const [MEAN_DECAY, SQUARE_DECAY, TINY] = [0.9, 0.999, 1e-8];

export interface Problem {
  /** Number of weights. */
  size: number;
  /** Number of examples. */
  examples: number;
  /** Adds the gradient of one example's loss to `gradient`. */
  addGradient(example: number, weights: Float32Array, gradient: Float32Array): void;
}

/**
 * The weights with the least mean loss plus `ridge` / 2 times the sum of their squares: gradient
 * descent in batches in a random order that a seed repeats, with steps that shrink to nothing.
 */
export function minimise(
  { size, examples, addGradient }: Problem,
  { ridge, epochs, rate }: { ridge: number; epochs: number; rate: number },
): Float32Array {
  const [weights, gradient] = [new Float32Array(size), new Float32Array(size)];
  const [mean, square] = [new Float32Array(size), new Float32Array(size)];
  const random = seededRandom(1);
  const all = Array.from({ length: examples }, (_, index) => index);
  const steps = epochs * Math.ceil(examples / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = random.pick(all, examples);
    for (let from = 0; from < examples; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      gradient.fill(0);
      for (const example of batch) addGradient(example, weights, gradient);
      step++;
      const unbiased = Math.sqrt(1 - SQUARE_DECAY ** step) / (1 - MEAN_DECAY ** step);
      const size1 = rate * (1 - (step - 1) / steps) * unbiased;
      for (let i = 0; i < size; i++) {
        const slope = (gradient[i] as number) / batch.length + ridge * (weights[i] as number);
        mean[i] = MEAN_DECAY * (mean[i] as number) + (1 - MEAN_DECAY) * slope;
        square[i] = SQUARE_DECAY * (square[i] as number) + (1 - SQUARE_DECAY) * slope * slope;
        weights[i] =
          (weights[i] as number) -
          (size1 * (mean[i] as number)) / (Math.sqrt(square[i] as number) + TINY);
      }
    }
  }
  return weights;
}
