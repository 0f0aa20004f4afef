import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeVectors, encodeVectors } from '../../src/store/vector-codec.ts';
import { anyVector, unit } from './corpora.ts';

const anyPassages = fc.array(fc.array(anyVector, { maxLength: 4 }), { maxLength: 8 });

/** What is read of the vectors of each passage. */
function itemsOf(passages: readonly (readonly Float32Array[])[]) {
  return passages
    .flatMap((vectors, passage) => vectors.map((vector) => ({ passage, vector })))
    .map(({ passage, vector }, i) => ({
      id: String(i),
      metadata: { passage },
      vector,
      norm: expect.closeTo(1, 5),
    }));
}

describe('the file of the vectors', () => {
  test('is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassages, async (passages) => {
        expect(await decodeVectors(await encodeVectors(passages))).toEqual(itemsOf(passages));
      }),
    );
  });

  test('is read from any place in memory', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassages, fc.integer({ min: 1, max: 8 }), async (passages, shift) => {
        const content = await encodeVectors(passages);
        const shifted = Buffer.concat([Buffer.alloc(shift), content]).subarray(shift);
        expect(await decodeVectors(shifted)).toEqual(itemsOf(passages));
      }),
    );
  });

  test('takes 12 bytes a vector besides its numbers', async () => {
    const one = await encodeVectors([[unit(1)]]);
    const two = await encodeVectors([[unit(1)], [unit(1)]]);
    expect(two.length - one.length).toBe(12 + 4);
  });

  test('is not read when it is cut off, or something else', async () => {
    const content = await encodeVectors([[unit(1, 2)], [unit(2, 1)]]);
    for (let length = 0; length < content.length; length++) {
      await expect(decodeVectors(content.subarray(0, length))).rejects.toThrow();
    }
    await expect(decodeVectors(Buffer.alloc(content.length))).rejects.toThrow();
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
