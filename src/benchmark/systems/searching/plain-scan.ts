import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchSystem } from './search-system.ts';

const VECTORS = 'vectors.f32';
const PASSAGES = 'passages.json';

interface Passages {
  ids: string[];
  texts: string[];
  /** For each vector the index of its passage. */
  owners: number[];
  dimensions: number;
}

/**
 * All vectors in one block of memory, looked through one after the other, nothing checked and
 * nothing kept safe: about as little as plain JavaScript can do for an exact search.
 */
export const plainScan: SearchSystem = {
  async build(folder, { articles, model: { dimensions } }) {
    await mkdir(folder, { recursive: true });
    const passages = articles.flatMap((article) => article.passages);
    const vectors = passages.flatMap((passage) => passage.vectors);
    const block = new Float32Array(vectors.length * dimensions);
    for (const [i, vector] of vectors.entries()) block.set(vector, i * dimensions);
    await writeFile(join(folder, VECTORS), block);
    const kept: Passages = {
      ids: passages.map(({ passage }) => passage.id),
      texts: passages.map(({ passage }) => passage.text),
      owners: passages.flatMap((passage, i) => passage.vectors.map(() => i)),
      dimensions,
    };
    await writeFile(join(folder, PASSAGES), JSON.stringify(kept));
  },
  async open(folder) {
    const kept = JSON.parse(await readFile(join(folder, PASSAGES), 'utf8')) as Passages;
    const block = await readFloats(join(folder, VECTORS));
    const owners = Uint32Array.from(kept.owners);
    return {
      async dense(vector, k) {
        const best = scan(block, owners, vector, kept.ids.length);
        return largest(best, k).map((passage) => kept.ids[passage] as string);
      },
    };
  },
};

async function readFloats(file: string): Promise<Float32Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const floats = new Float32Array(size / 4);
    const bytes = new Uint8Array(floats.buffer);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(size - at, 2 ** 30), at);
      if (bytesRead === 0) throw new Error(`${file} ends early`);
      at += bytesRead;
    }
    return floats;
  } finally {
    await handle.close();
  }
}

/** For each passage the best cosine of its vectors. */
function scan(
  block: Float32Array,
  owners: Uint32Array,
  vector: Float32Array,
  passages: number,
): Float32Array {
  const best = new Float32Array(passages).fill(-1);
  const dimensions = vector.length;
  for (let row = 0, at = 0; row < owners.length; row++, at += dimensions) {
    // Four sums at a time do not wait for each other.
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < dimensions; i += 4) {
      a += (block[at + i] as number) * (vector[i] as number);
      b += (block[at + i + 1] as number) * (vector[i + 1] as number);
      c += (block[at + i + 2] as number) * (vector[i + 2] as number);
      d += (block[at + i + 3] as number) * (vector[i + 3] as number);
    }
    const cosine = a + b + c + d;
    const owner = owners[row] as number;
    if (cosine > (best[owner] as number)) best[owner] = cosine;
  }
  return best;
}

/** The indexes of the `k` largest numbers, largest first. */
function largest(numbers: Float32Array, k: number): number[] {
  const least = numbers.toSorted()[Math.max(0, numbers.length - k)] as number;
  const above: number[] = [];
  for (const [i, number] of numbers.entries()) if (number >= least) above.push(i);
  return above.sort((i, j) => (numbers[j] as number) - (numbers[i] as number)).slice(0, k);
}
