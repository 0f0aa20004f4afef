import { Turns } from '../../runtime/event-loop.ts';
import { BestRows, type RowScore } from './best-rows.ts';
import { restore } from './quantise.ts';
import { type Scan, scanOf } from './scan-module.ts';
import { columnsOf, layoutOf, placesOf, type VectorColumns, widthOf } from './vector-layout.ts';

const PAGE = 2 ** 16;
/** Rows that are scanned at once: a fraction of a millisecond. */
const ROWS_A_CALL = 4_096;
/** How long a scan may hold the event loop, in milliseconds. */
const TURN_MS = 2;
/**
 * A score by the high bits is off by the low ones, 1.1 on average, times the scale (of the whole
 * numbers) for a query of length 1. Eight times that is as good as never exceeded.
 */
const MARGIN_IN_SCALES = 9;

/** Rows from `first` to before `last`. */
export interface RowRange {
  first: number;
  last: number;
}

/** A file of vectors in memory that WebAssembly scans. */
export class VectorBlock {
  readonly dimensions: number;
  readonly #memory: WebAssembly.Memory;
  readonly #columns: VectorColumns;
  readonly #scan: Scan;
  readonly #margin: number;
  /** Addresses of what a call needs besides the file: the query, and the scores it gives. */
  readonly #query: number;
  readonly #scores: number;
  readonly #width: number;

  /**
   * @param bytes of the file
   * @param read writes the file's content
   * @throws TypeError when that is not what `encodeVectors` makes.
   */
  static async open(
    bytes: number,
    read: (content: Buffer) => Promise<unknown>,
  ): Promise<VectorBlock> {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const content = Buffer.from(memory.buffer, 0, bytes);
    await read(content);
    return new VectorBlock(memory, content);
  }

  private constructor(memory: WebAssembly.Memory, content: Buffer) {
    const layout = layoutOf(content);
    this.dimensions = layout.dimensions;
    this.#width = widthOf(layout.dimensions);
    this.#query = Math.ceil(placesOf(layout).end / 16) * 16;
    this.#scores = this.#query + 2 * this.#width;
    const pages = Math.ceil((this.#scores + 4 * ROWS_A_CALL) / PAGE);
    memory.grow(Math.max(0, pages - memory.buffer.byteLength / PAGE));
    this.#memory = memory;
    this.#columns = columnsOf(memory.buffer, 0, layout);
    this.#scan = scanOf(memory);
    this.#margin = (MARGIN_IN_SCALES * largestOf(this.#columns.scales)) / 4;
  }

  /** Number of passages. */
  get passages(): number {
    return this.#columns.starts.length - 1;
  }

  /** The rows of some passages, which follow each other. */
  rowsOf(firstPassage: number, lastPassage = firstPassage + 1): RowRange {
    const { starts } = this.#columns;
    return { first: starts[firstPassage] ?? 0, last: starts[lastPassage] ?? 0 };
  }

  /** The passage of a row. */
  passageOf(row: number): number {
    const { starts } = this.#columns;
    let [low, high] = [0, this.passages];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= row) low = middle;
      else high = middle;
    }
    return low;
  }

  vector(row: number): Float32Array {
    const { high, low } = this.#row(row);
    return restore(high, low, this.#scaleOf(row), this.dimensions);
  }

  /** The cosine of a row and a vector of length 1, padded to the width of a row. */
  #cosine(row: number, padded: Float32Array): number {
    const { high, low } = this.#columns;
    const end = (row + 1) * this.#width;
    let sum = 0;
    let at = 0;
    // Four numbers have their low bits in one byte.
    for (let place = row * this.#width; place < end; place += 4) {
      const bits = low[place >> 2] ?? 0;
      sum += (4 * (high[place] ?? 0) + (bits & 3) - 2) * (padded[at++] ?? 0);
      sum += (4 * (high[place + 1] ?? 0) + ((bits >> 2) & 3) - 2) * (padded[at++] ?? 0);
      sum += (4 * (high[place + 2] ?? 0) + ((bits >> 4) & 3) - 2) * (padded[at++] ?? 0);
      sum += (4 * (high[place + 3] ?? 0) + (bits >> 6) - 2) * (padded[at++] ?? 0);
    }
    return sum * this.#scaleOf(row);
  }

  /** The `count` rows nearest to a unit vector, best first, equals by their number. */
  async nearest(
    vector: Float32Array,
    count: number,
    within: readonly RowRange[],
  ): Promise<RowScore[]> {
    const turns = new Turns(TURN_MS);
    const { numbers, scale } = wholeNumbersOf(vector, this.#width);
    const best = new BestRows(count, this.#margin / scale);
    for (const { first, last } of within) {
      for (let row = first; row < last; row += ROWS_A_CALL) {
        const rows = Math.min(ROWS_A_CALL, last - row);
        best.add(row, this.#scoresOf(numbers, row, rows));
        if (turns.isOver) await turns.next();
      }
    }
    const padded = new Float32Array(Math.max(this.#width, vector.length));
    padded.set(vector);
    const scored: RowScore[] = [];
    for (const row of best.rows()) {
      scored.push({ row, score: this.#cosine(row, padded) });
      if (turns.isOver) await turns.next();
    }
    return scored.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, count);
  }

  /** Valid until the next call: several searches take turns. */
  #scoresOf(query: Int16Array, row: number, rows: number): Float32Array {
    new Int16Array(this.#memory.buffer, this.#query, this.#width).set(query);
    const { high, scales } = this.#columns;
    const matrix = high.byteOffset + row * this.#width;
    const scale = scales.byteOffset + 4 * row;
    this.#scan(matrix, rows, this.#width, this.#query, scale, this.#scores);
    return new Float32Array(this.#memory.buffer, this.#scores, rows);
  }

  #row(row: number): { high: Int8Array; low: Uint8Array } {
    const start = row * this.#width;
    const end = start + this.#width;
    const { high, low } = this.#columns;
    return { high: high.subarray(start, end), low: low.subarray(start / 4, end / 4) };
  }

  #scaleOf(row: number): number {
    return (this.#columns.scales[row] ?? 0) / 4;
  }
}

/** A vector as 16-bit numbers, small enough that no sum of products with bytes leaves 32 bits. */
function wholeNumbersOf(vector: Float32Array, width: number) {
  const limit = Math.min(2 ** 15 - 1, Math.floor((2 ** 31 - 1) / (2 ** 7 * width)));
  const scale = largestOf(vector.map(Math.abs)) / limit || 1;
  const numbers = new Int16Array(width);
  for (let i = 0; i < vector.length; i++) numbers[i] = Math.round((vector[i] ?? 0) / scale);
  return { numbers, scale };
}

function largestOf(numbers: Float32Array): number {
  let largest = 0;
  for (const value of numbers) if (value > largest) largest = value;
  return largest;
}
