import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asVectra, vectorCodec } from '../../src/store/vector-codec.ts';
import { encodeVectors } from '../../src/store/vector-index.ts';
import { anyVector, unit } from './corpora.ts';

const anyData = fc
  .array(fc.tuple(anyVector, fc.nat(), fc.double({ noNaN: true })), { maxLength: 20 })
  .map((items) => ({
    version: 1,
    metadata_config: {},
    items: items.map(([vector, passage, norm], i) => ({
      id: String(i),
      metadata: { passage },
      vector: asVectra(vector),
      norm,
    })),
  }));

describe("the codec of vectra's index", () => {
  test('reads what it wrote', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        expect(vectorCodec.deserializeIndex(vectorCodec.serializeIndex(data))).toEqual(data);
      }),
    );
  });

  test('reads from any place in memory', () => {
    fc.assert(
      fc.property(anyData, fc.integer({ min: 1, max: 8 }), (data, shift) => {
        const content = vectorCodec.serializeIndex(data);
        const shifted = Buffer.concat([Buffer.alloc(shift), content]).subarray(shift);
        expect(vectorCodec.deserializeIndex(shifted)).toEqual(data);
      }),
    );
  });

  test('takes 12 bytes a vector besides its numbers', () => {
    const one = vectorCodec.serializeIndex(
      vectorCodec.deserializeIndex(encodeVectors([[unit(1)]])),
    );
    const two = encodeVectors([[unit(1)], [unit(1)]]);
    expect(two.length - one.length).toBe(12 + 4);
  });

  test('reads nothing that is cut off, or something else', () => {
    const content = encodeVectors([[unit(1, 2)], [unit(2, 1)]]);
    for (let length = 0; length < content.length; length++) {
      expect(() => vectorCodec.deserializeIndex(content.subarray(0, length))).toThrow();
    }
    expect(() => vectorCodec.deserializeIndex(Buffer.alloc(content.length))).toThrow();
  });

  test('refuses vectors of different lengths', () => {
    expect(() => encodeVectors([[unit(1, 2)], [unit(1, 2, 3)]])).toThrow('3 dimensions');
  });

  test.each([
    ['a vector that is not of length 1', [3, 4]],
    ['a vector of zeros', [0, 0]],
    ['a vector with a NaN', [Number.NaN, 1]],
  ])('refuses %s', (_, numbers) => {
    expect(() => encodeVectors([[Float32Array.from(numbers)]])).toThrow('not 1');
  });
});
