/**
 * The exponent b of y = a · xᵇ that fits best: the slope of the least-squares line through the
 * points' logarithms. 1 is linear growth, 0 none.
 *
 * @param points positive numbers; a point with one that is not is left out
 * @returns null where there are not two different x
 */
export function growthExponent(
  points: readonly (readonly [x: number, y: number])[],
): number | null {
  const logs = points
    .filter(([x, y]) => x > 0 && y > 0)
    .map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const middle = (axis: 0 | 1) => logs.reduce((sum, log) => sum + log[axis], 0) / logs.length;
  const [x0, y0] = [middle(0), middle(1)];
  const spread = logs.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
  // What rounding leaves of equal x is no spread.
  if (!(spread > 1e-12)) return null;
  return logs.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0) / spread;
}
