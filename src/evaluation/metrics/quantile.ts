/**
 * The q-quantile with linear interpolation between neighbours (type 7 of Hyndman and Fan 1996, the
 * default of R and NumPy).
 *
 * @returns null for no values.
 */
export function quantile(q: number, values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const ascending = values.toSorted((a, b) => a - b);
  const position = q * (ascending.length - 1);
  const below = ascending[Math.floor(position)] as number;
  const above = ascending[Math.ceil(position)] as number;
  return below + (above - below) * (position - Math.floor(position));
}
