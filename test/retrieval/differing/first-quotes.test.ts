import { describe, expect, it } from 'vitest';
import { firstQuotes } from '../../../src/retrieval/differing/first-quotes.ts';
import { quoteOf } from '../../terminal/answers.ts';

const quote = (id: string) => quoteOf('<[It rose.]>', { passageId: id });
const [a, b, c, d, e] = [quote('a'), quote('b'), quote('c'), quote('d'), quote('e')] as const;
const ids = (top: number, ...differing: [] | [typeof a, typeof a]) => {
  const pair = differing.length === 2 ? differing : undefined;
  const first = firstQuotes([a, b, c, d, e], pair, top);
  const differ = first.differing?.map(({ passageId }) => passageId).join('') ?? '-';
  return `${first.quotes.map(({ passageId }) => passageId).join('')} ${differ}`;
};

describe('the quotes that an answer has', () => {
  it('are the best ones', () => {
    expect(ids(3)).toBe('abc -');
    expect(ids(9)).toBe('abcde -');
  });

  it('hold those that differ, in the place of the last ones', () => {
    expect(ids(3, e, a)).toBe('abe ea');
    expect(ids(3, d, e)).toBe('ade de');
    expect(ids(3, b, a)).toBe('abc ba');
  });

  it('are not said to differ where there is no room beside the best one', () => {
    expect(ids(2, d, e)).toBe('ab -');
    expect(ids(1, e, a)).toBe('a -');
  });
});
