import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildScan } from '../../scripts/build-scan.ts';
import { seededRandom } from '../../src/evaluation/random.ts';
import { asVectra, BlockIndex } from '../../src/store/block-index.ts';
import { VectorBlock } from '../../src/store/scan/vector-block.ts';
import { encodeVectors } from '../../src/store/vector-codec.ts';
import { LocalIndex } from '../../src/store/vectra.ts';
import { unit } from './corpora.ts';

async function blockOf(vectors: readonly Float32Array[]): Promise<VectorBlock> {
  const content = await encodeVectors(vectors.map((vector) => [vector]));
  return VectorBlock.open(content.length, async (target) => content.copy(target));
}

/** Vectors in random directions. */
function randomVectors(count: number, dimensions: number, seed: number): Float32Array[] {
  const random = seededRandom(seed);
  const number = () => random.below(2_001) - 1_000;
  return Array.from({ length: count }, () =>
    unit(1, ...Array.from({ length: dimensions - 1 }, number)),
  );
}

describe('the scan of vectors', () => {
  test.runIf(process.arch === 'x64')(
    'says in a line where the processor cannot do it, before anything else is looked at',
    async () => {
      const store = new URL('../../src/store/index.ts', import.meta.url).href;
      const script = `import { openStore } from ${JSON.stringify(store)};
        await openStore('nowhere', { model: {} }).catch(({ code, message }) => console.log(code, message));`;
      const flags = ['--no-enable-sse4-1', '--import', 'tsx', '--input-type=module'];
      const { stdout } = await promisify(execFile)(process.execPath, [...flags, '-e', script]);
      expect(stdout).toMatch(/^processor Pullquote cannot search on this processor: .+\n$/);
    },
  );

  test('is the module that its source gives', async () => {
    const committed = await readFile(new URL('../../src/store/scan/scan.wasm', import.meta.url));
    expect(Buffer.from(await buildScan()).equals(committed)).toBe(true);
  });

  test.each([
    1, 3, 15, 16, 17, 384, 1_024,
  ])("finds what vectra's own scan of the same vectors finds, in %i dimensions", async (dimensions) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000), fc.integer({ min: 0, max: 60 }), async (seed, count) => {
        const [query = unit(1), ...vectors] = randomVectors(count + 1, dimensions, seed);
        const block = await blockOf(vectors);
        const rows = [{ first: 0, last: count }];
        const index = new BlockIndex(block, rows);
        const own = await index.queryItems(asVectra(query), '', 10);
        const slow = LocalIndex.prototype.queryItems;
        const theirs = await slow.call(index, asVectra(query), '', 10);
        expect(own.map(({ score }) => score)).toEqual(
          theirs.map(({ score }) => expect.closeTo(score, 5)),
        );
      }),
      { numRuns: 10 },
    );
  });

  test('finds what comparing with 32-bit numbers finds, in 99.5 of 100 places', async () => {
    const [count, queries, k] = [3_000, 40, 10];
    const vectors = randomVectors(count + queries, 384, 7);
    const block = await blockOf(vectors.slice(queries));
    let found = 0;
    for (const query of vectors.slice(0, queries)) {
      const exact = vectors
        .slice(queries)
        .map((vector, row) => ({ row, score: dot(vector, query) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, k);
      const nearest = await block.nearest(query, k, [{ first: 0, last: count }]);
      const rows = new Set(nearest.map(({ row }) => row));
      found += exact.filter(({ row }) => rows.has(row)).length;
    }
    expect(found / (queries * k)).toBeGreaterThanOrEqual(0.995);
  });

  test('gives each of several searches at once its own', async () => {
    const vectors = randomVectors(20_000, 64, 3);
    const block = await blockOf(vectors);
    const rows = [0, 4_711, 19_999];
    const all = [{ first: 0, last: vectors.length }];
    const found = await Promise.all(
      rows.map((row) => block.nearest(vectors[row] as Float32Array, 1, all)),
    );
    expect(found.map(([best]) => best?.row)).toEqual(rows);
  });

  test('looks at some rows only when told so', async () => {
    const block = await blockOf(Array.from({ length: 9 }, () => unit(1, 2)));
    const within = [
      { first: 6, last: 8 },
      { first: 1, last: 2 },
    ];
    const found = await block.nearest(unit(1, 2), 9, within);
    expect(found.map(({ row }) => row)).toEqual([1, 6, 7]);
  });

  test('does not overflow with the largest numbers there are', async () => {
    const equal = unit(...Array.from({ length: 4_096 }, () => 1));
    const block = await blockOf([equal]);
    const [found] = await block.nearest(equal, 1, [{ first: 0, last: 1 }]);
    expect(found?.score).toBeCloseTo(1, 6);
  });
});

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
