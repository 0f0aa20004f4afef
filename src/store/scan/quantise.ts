/**
 * A vector is stored as whole numbers of about ten bits, the largest of which is ±{@link LARGEST},
 * and read back with the length 1. The eight high bits are what is scanned; the two low ones, kept
 * apart, make the scores of the best as good as those of 32-bit vectors.
 */
export const LARGEST = 508;

/** Vectors have the length 1, give or take the rounding of 32-bit numbers. */
const UNIT_TOLERANCE = 1e-3;

/**
 * The length of a vector.
 *
 * @throws RangeError when it is not 1.
 */
export function unitNorm(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const norm = Math.sqrt(sum);
  if (Math.abs(norm - 1) < UNIT_TOLERANCE) return norm;
  throw new RangeError(`A vector has the length ${norm}, not 1.`);
}

/**
 * Writes the numbers of a vector: the high bits a byte each, the low ones four to a byte.
 * A vector that was read back gives the very same numbers.
 *
 * @param low zeros, a quarter as long as `high`
 * @returns what the numbers are multiplied with when they are read.
 * @throws RangeError when the vector is not of length 1.
 */
export function quantise(vector: Float32Array, high: Int8Array, low: Uint8Array): number {
  unitNorm(vector);
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    const number = Math.round(((vector[i] ?? 0) * LARGEST) / largest);
    const top = (number + 2) >> 2;
    high[i] = top;
    low[i >> 2] = (low[i >> 2] ?? 0) | ((number - 4 * top + 2) << (2 * (i & 3)));
    squares += number * number;
  }
  return 1 / Math.sqrt(squares);
}

/** The number at a place of a quantised vector, before it is scaled. */
function numberAt(high: Int8Array, low: Uint8Array, i: number): number {
  return 4 * (high[i] ?? 0) + (((low[i >> 2] ?? 0) >> (2 * (i & 3))) & 3) - 2;
}

/** The vector of length 1 that {@link quantise} wrote, but for about one part in a thousand. */
export function restore(
  high: Int8Array,
  low: Uint8Array,
  scale: number,
  dimensions: number,
): Float32Array {
  const vector = new Float32Array(dimensions);
  for (let i = 0; i < dimensions; i++) vector[i] = scale * numberAt(high, low, i);
  return vector;
}
