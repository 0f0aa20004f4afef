import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VectorBlock } from '../../src/store/scan/vector-block.ts';
import { encodeVectors } from '../../src/store/vector-codec.ts';
import { anyVector, unit } from './corpora.ts';

const anyPassages = fc.array(fc.array(anyVector, { maxLength: 4 }), { maxLength: 8 });

async function open(content: Buffer): Promise<VectorBlock> {
  return VectorBlock.open(content.length, async (target) => content.copy(target));
}

function vectorsIn(block: VectorBlock): Float32Array[][] {
  return Array.from({ length: block.passages }, (_, passage) => {
    const { first, last } = block.rowsOf(passage);
    return Array.from({ length: last - first }, (_, i) => block.vector(first + i));
  });
}

describe('the file of the vectors', () => {
  test('is read as it was written, but for a thousandth', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassages, async (passages) => {
        const read = vectorsIn(await open(await encodeVectors(passages)));
        const counts = (all: readonly (readonly unknown[])[]) => all.map(({ length }) => length);
        expect(counts(read)).toEqual(counts(passages));
        for (const [i, vectors] of read.entries()) {
          for (const [j, vector] of vectors.entries()) {
            const given = passages[i]?.[j] ?? [];
            for (const [k, value] of vector.entries()) {
              expect(Math.abs(value - (given[k] ?? 0))).toBeLessThan(0.002);
            }
          }
        }
      }),
    );
  });

  test('is the same file when what was read of it is written again', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassages, async (passages) => {
        const content = await encodeVectors(passages);
        expect(await encodeVectors(vectorsIn(await open(content)))).toEqual(content);
      }),
    );
  });

  test('takes ten bits a number and 4 bytes a vector', async () => {
    const dimensions = 384;
    const vector = unit(...Array.from({ length: dimensions }, (_, i) => i + 1));
    const [one, two] = [await encodeVectors([[vector]]), await encodeVectors([[vector, vector]])];
    expect(two.length - one.length).toBe((dimensions * 10) / 8 + 4);
  });

  test('is not read when it is cut off, or something else', async () => {
    const content = await encodeVectors([[unit(1, 2)], [unit(2, 1)]]);
    for (let length = 0; length < content.length; length++) {
      await expect(open(content.subarray(0, length))).rejects.toThrow(TypeError);
    }
    await expect(open(Buffer.alloc(content.length))).rejects.toThrow(TypeError);
  });

  test('takes no vectors of different lengths', async () => {
    await expect(encodeVectors([[unit(1, 2)], [unit(1, 2, 3)]])).rejects.toThrow('3 dimensions');
  });

  test.each([
    ['a vector that is not of length 1', [3, 4]],
    ['a vector of zeros', [0, 0]],
    ['a vector with a NaN', [Number.NaN, 1]],
  ])('does not take %s', async (_, numbers) => {
    await expect(encodeVectors([[Float32Array.from(numbers)]])).rejects.toThrow('not 1');
  });
});
