import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perturb, withTypo } from '../../src/evaluation/perturb.ts';
import { seededRandom } from '../../src/evaluation/random.ts';

const asked = (question: string, how: 'typo' | 'lower' | 'keywords', seed = 1, id = 'q') =>
  perturb({ id, question, kind: 'answerable', gold: [] }, how, seed).asked;

describe('a question with a typo', () => {
  const letters = (text: string) => [...text];

  it('has one slip, in a word of five letters or more, behind its first letter', () => {
    const words = fc.constantFrom(
      'who',
      'was',
      'it',
      'bridge',
      'Mayor',
      'opened',
      'ferries',
      '1,889',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), fc.nat(), (before, seed) => {
        const after = withTypo(before.join(' '), seededRandom(seed)).split(' ');
        expect(after).toHaveLength(before.length);
        const changed = [...before.keys()].filter((index) => after[index] !== before[index]);
        expect(changed).toHaveLength(before.some((word) => /^\p{L}{5,}$/u.test(word)) ? 1 : 0);
        for (const index of changed) {
          const [from = '', to = ''] = [before[index], after[index]];
          expect(from).toMatch(/^\p{L}{5,}$/u);
          expect(to[0]).toBe(from[0]);
          expect(Math.abs(to.length - from.length)).toBeLessThanOrEqual(1);
          const kept = letters(from).filter((letter) => to.includes(letter)).length;
          expect(kept).toBeGreaterThanOrEqual(from.length - 1);
        }
      }),
    );
  });

  it('swaps, drops, doubles, and hits the neighbour key', () => {
    const seen = new Set(
      Array.from({ length: 400 }, (_, seed) => withTypo('bridge', seededRandom(seed))),
    );
    for (const slipped of ['birdge', 'brige', 'briddge', 'brisge']) expect(seen).toContain(slipped);
  });

  it('is the same for the same seed and question, whatever else is asked', () => {
    const question = 'Where does the ferry to the island leave from?';
    expect(asked(question, 'typo', 3)).toBe(asked(question, 'typo', 3));
    const others = [4, 5, 6, 7].map((seed) => asked(question, 'typo', seed));
    expect(new Set(others).size).toBeGreaterThan(1);
    const ids = ['a', 'b', 'c', 'd'].map((id) => asked(question, 'typo', 3, id));
    expect(new Set(ids).size).toBeGreaterThan(1);
  });

  it('stays as it is when no word is long enough', () => {
    expect(asked('Who won it in 1,889?', 'typo')).toBe('Who won it in 1,889?');
  });
});

describe('a question in lower case', () => {
  it('has no capital and no question mark at its end', () => {
    expect(asked('Who was Mary I of England ?', 'lower')).toBe('who was mary i of england');
  });
});

describe('a question as keywords', () => {
  it('has no stop words and no question words, and keeps the others as they are', () => {
    expect(asked("What was the U.S. Navy's budget in 1,999?", 'keywords')).toBe(
      "U.S Navy's budget 1,999",
    );
  });

  it('stays as it is when nothing would be left', () => {
    expect(asked('Who is it?', 'keywords')).toBe('Who is it?');
  });
});

it('keeps what the question is and what answers it', () => {
  const question = { id: 'q', question: 'Who sailed?', kind: 'answerable' as const, gold: [] };
  expect(perturb(question, 'lower', 1)).toEqual({ ...question, asked: 'who sailed' });
});
