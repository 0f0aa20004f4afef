import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IndexError } from '../../errors.ts';

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

const compiled = compile(readFileSync(join(import.meta.dirname, 'scan.wasm')));

/** The scan of what lies in a memory. @throws IndexError where the processor cannot do it. */
export function scanOf(memory: WebAssembly.Memory): Scan {
  return new WebAssembly.Instance(checkScan(), { scan: { memory } }).exports.scan as Scan;
}

/** @throws IndexError where the processor cannot do the scan. */
export function checkScan(): WebAssembly.Module {
  if (compiled instanceof IndexError) throw compiled;
  return compiled;
}

/** @returns why there is none, where the processor lacks the instructions */
function compile(bytes: Uint8Array): WebAssembly.Module | IndexError {
  try {
    return new WebAssembly.Module(bytes);
  } catch (cause) {
    return new IndexError(
      'processor',
      `Pullquote cannot search on this processor: Node.js ${process.versions.node} has no SIMD instructions for WebAssembly here (64-bit x86 needs SSE4.1, of 2008; ARM needs NEON). Run it on another machine.`,
      { cause },
    );
  }
}
