import fc from 'fast-check';
import leven from 'leven';
import { describe, expect, it } from 'vitest';
import { slipCost } from '../../../src/retrieval/spelling/slips.ts';

const cost = (typed: string, word: string) => slipCost(typed, word, 5);

describe('what a slip costs', () => {
  it('is nothing for the word itself', () => {
    expect(cost('bridge', 'bridge')).toBe(0);
  });

  it.each([
    ['swapped letters', 'birdge', 'a letter left out', 'brige'],
    ['a doubled letter', 'briddge', 'a letter too many', 'brixdge'],
    ['one of two equal letters', 'fery', 'another letter left out', 'frry'],
    ['the key beside', 'brisge', 'another letter', 'bripge'],
    ['a letter left out', 'brige', 'another letter', 'bripge'],
    ['another vowel', 'bredge', 'another letter', 'bripge'],
    ['a slip within', 'birdge', 'the same at the beginning', 'rbidge'],
  ])('is less for %s (%s) than for %s (%s)', (_one, likely, _other, unlikely) => {
    const word = likely === 'fery' ? 'ferry' : 'bridge';
    expect(cost(likely, word)).toBeLessThan(cost(unlikely, word));
  });

  it('is infinite above the most that is asked for', () => {
    expect(slipCost('bridge', 'fridge', 1)).toBe(Number.POSITIVE_INFINITY);
    expect(slipCost('bridge', 'cathedral', 2)).toBe(Number.POSITIVE_INFINITY);
  });

  it('lies within what its edits may cost, in any two words', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (typed, meant) => {
        const edits = leven(typed, meant);
        const found = slipCost(typed, meant, 100);
        // A swap is one slip, and two of Levenshtein's edits; the dearest slip is 1.3.
        expect(found).toBeGreaterThanOrEqual((0.8 * edits) / 2 - 1e-9);
        expect(found).toBeLessThanOrEqual(1.3 * edits + 0.5 + 1e-9);
        expect(found === 0).toBe(typed === meant);
      }),
    );
  });
});
