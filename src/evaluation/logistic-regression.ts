/** Ridge penalty on standardised weights, per example. */
const RIDGE = 1e-3;
const STEPS = 25;

interface Example {
  features: readonly number[];
  /** 1 for yes, 0 for no. */
  label: number;
  /** How much the example counts. */
  weight: number;
}

export interface LogisticModel {
  intercept: number;
  /** One for each feature, for features as they come. */
  weights: number[];
}

/**
 * Fits the probability of "yes" as the logistic function of a weighted sum of features: iteratively
 * reweighted least squares, which is Newton's method (Hastie, Tibshirani and Friedman, The Elements
 * of Statistical Learning, 4.4.1), with a ridge penalty on the features scaled to unit deviation.
 *
 * @param examples at least one, all with the same number of features
 */
export function fitLogistic(examples: readonly Example[]): LogisticModel {
  const count = examples[0]?.features.length ?? 0;
  const deviations = Array.from({ length: count }, (_, j) =>
    deviation(examples.map(({ features }) => features[j] as number)),
  );
  const rows = examples.map(({ features }) => [
    1,
    ...features.map((value, j) => value / (deviations[j] as number)),
  ]);
  let solution = new Array<number>(count + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = derivatives(rows, examples, solution);
    const change = solve(curvature, gradient);
    solution = solution.map((value, j) => value + (change[j] as number));
  }
  const [intercept = 0, ...scaled] = solution;
  return { intercept, weights: scaled.map((weight, j) => weight / (deviations[j] as number)) };
}

/** The log of the odds. */
export function logitOf(
  { intercept, weights }: LogisticModel,
  features: readonly number[],
): number {
  return features.reduce((sum, x, j) => sum + x * (weights[j] as number), intercept);
}

function derivatives(
  rows: readonly number[][],
  examples: readonly Example[],
  solution: readonly number[],
) {
  const size = solution.length;
  const gradient = new Array<number>(size).fill(0);
  const curvature = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [i, row] of rows.entries()) {
    const { label, weight } = examples[i] as Example;
    const p = logistic(row.reduce((sum, x, j) => sum + x * (solution[j] as number), 0));
    for (let j = 0; j < size; j++) {
      const x = row[j] as number;
      gradient[j] = (gradient[j] as number) + weight * (label - p) * x;
      const line = curvature[j] as number[];
      for (let k = 0; k < size; k++) {
        line[k] = (line[k] as number) + weight * p * (1 - p) * x * (row[k] as number);
      }
    }
  }
  for (let j = 1; j < size; j++) {
    const line = curvature[j] as number[];
    gradient[j] = (gradient[j] as number) - RIDGE * rows.length * (solution[j] as number);
    line[j] = (line[j] as number) + RIDGE * rows.length;
  }
  return { gradient, curvature };
}

/** Gauss-Jordan elimination with pivoting; the matrix is small and positive definite. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] as number]);
  for (let i = 0; i < rows.length; i++) {
    const candidates = rows.map((row, j) => (j < i ? -1 : Math.abs(row[i] as number)));
    const pivot = candidates.indexOf(Math.max(...candidates));
    [rows[i], rows[pivot]] = [rows[pivot] as number[], rows[i] as number[]];
    const row = rows[i] as number[];
    const lead = row[i] as number;
    if (lead === 0) continue;
    for (const [j, other] of rows.entries()) {
      if (j === i) continue;
      const factor = (other[i] as number) / lead;
      for (let k = i; k < other.length; k++) {
        other[k] = (other[k] as number) - factor * (row[k] as number);
      }
    }
  }
  return rows.map((row, i) =>
    (row[i] as number) === 0 ? 0 : (row.at(-1) as number) / (row[i] as number),
  );
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) || 1;
}

function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
