import { unitNorm } from './scan/quantise.ts';
import type { EmbeddedArticle, Manifest } from './types.ts';

/** @throws RangeError for a query's vector that is not of the index's dimensions. */
export function checkQueryVector(
  { length }: Float32Array,
  { dimensions }: Manifest['model'],
): void {
  if (length === dimensions) return;
  throw new RangeError(`The query has ${length} dimensions, the index ${dimensions}.`);
}

/**
 * Finds what would be found out only when the index is used: vectra takes vectors of any length.
 *
 * @throws RangeError for a passage without vectors, or with some that are not of the model's
 *   dimensions and of length 1.
 */
export function checkVectors({ passages }: EmbeddedArticle, model: Manifest['model']): void {
  for (const { passage, vectors } of passages) {
    const fit = vectors.every(({ length }) => length === model.dimensions);
    if (vectors.length === 0 || !fit) {
      throw new RangeError(
        `${passage.id} needs vectors of ${model.dimensions} dimensions, at least one.`,
      );
    }
    vectors.forEach(unitNorm);
  }
}
