/** Mean and deviation of each column of some rows. */
export interface Scaling {
  means: Float64Array;
  deviations: Float64Array;
}

export function scalingOf(rows: readonly Float32Array[]): Scaling {
  const size = rows[0]?.length ?? 0;
  const [means, deviations] = [new Float64Array(size), new Float64Array(size)];
  for (const row of rows) {
    for (let i = 0; i < size; i++) {
      means[i] = (means[i] as number) + (row[i] as number) / rows.length;
    }
  }
  for (const row of rows) {
    for (let i = 0; i < size; i++) {
      const off = (row[i] as number) - (means[i] as number);
      deviations[i] = (deviations[i] as number) + (off * off) / rows.length;
    }
  }
  return { means, deviations: deviations.map((variance) => Math.sqrt(variance) || 1) };
}

export function scaled(row: Float32Array, { means, deviations }: Scaling): Float32Array {
  return row.map((value, i) => (value - (means[i] as number)) / (deviations[i] as number));
}

/** The weights for rows as they come, and what has to be added to their product. */
export function unscaled(
  weights: Float32Array,
  { means, deviations }: Scaling,
): { weights: number[]; shift: number } {
  const plain = Array.from(weights, (weight, i) => weight / (deviations[i] as number));
  return { weights: plain, shift: -plain.reduce((sum, w, i) => sum + w * (means[i] as number), 0) };
}
