import { Turns } from '../runtime/event-loop.ts';
import { quantise } from './scan/quantise.ts';
import { columnsOf, MAGIC, placesOf, widthOf } from './scan/vector-layout.ts';

/**
 * The vectors of each passage, quantised, as a file of columns.
 *
 * @param passages the vectors of each: of the whole first, then of its windows
 * @throws RangeError for a vector that is not of length 1, TypeError for different dimensions.
 */
export async function encodeVectors(
  passages: readonly (readonly Float32Array[])[],
): Promise<Buffer> {
  const turns = new Turns();
  const vectors = passages.reduce((sum, { length }) => sum + length, 0);
  const dimensions = passages.find(({ length }) => length > 0)?.[0]?.length ?? 0;
  const layout = { dimensions, vectors, passages: passages.length };
  const buffer = new ArrayBuffer(placesOf(layout).end);
  const { header, high, low, scales, starts } = columnsOf(buffer, 0, layout);
  const width = widthOf(dimensions);
  header.set([MAGIC, dimensions, vectors, passages.length]);
  let row = 0;
  for (const [passage, own] of passages.entries()) {
    for (const vector of own) {
      if (vector.length !== dimensions) {
        throw new TypeError(`passage ${passage}: ${vector.length} dimensions`);
      }
      const highRow = high.subarray(row * width, (row + 1) * width);
      const lowRow = low.subarray((row * width) / 4, ((row + 1) * width) / 4);
      scales[row] = 4 * quantise(vector, highRow, lowRow);
      row++;
    }
    starts[passage + 1] = row;
    if (turns.isOver) await turns.next();
  }
  return Buffer.from(buffer);
}
