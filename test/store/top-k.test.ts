import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topK } from '../../src/store/top-k.ts';

test('gives the k best scores above 0 as sorting all would, equals by their place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 9 })), fc.nat(12), (scores, k) => {
      const sorted = scores
        .map((score, passage) => ({ passage, score }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.passage - b.passage);
      expect(topK(Float64Array.from(scores), k)).toEqual(sorted.slice(0, k));
    }),
  );
});
