import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `scores[i] = scales[i] * (row i · query)`: rows of `width` signed bytes, a query of signed 16-bit
 * numbers, scales and scores in 32-bit floating point. All but `rows` and `width` are addresses.
 */
export type Scan = (
  matrix: number,
  rows: number,
  width: number,
  query: number,
  scales: number,
  scores: number,
) => void;

/** Rows are padded to a multiple of this many bytes, what one instruction reads. */
export const ROW_MULTIPLE = 16;

const compiled = new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'scan.wasm')));

/** The scan of what lies in a memory. */
export function scanOf(memory: WebAssembly.Memory): Scan {
  return new WebAssembly.Instance(compiled, { scan: { memory } }).exports.scan as Scan;
}
