import { describe, expect, it } from 'vitest';
import { aroundFigure } from '../../../src/retrieval/differing/around-figure.ts';
import { quoteOf } from '../../terminal/answers.ts';

/** What is left of a sentence, whose figure is written between braces. */
function pieceOf(sentence: string): string {
  const text = sentence.replace(/[{}]/gu, '');
  const quote = quoteOf(`Before. <[${text}]>`);
  const at = quote.marked.start + sentence.indexOf('{');
  const length = sentence.indexOf('}') - sentence.indexOf('{') - 1;
  const figure = { start: at, end: at + length, text: '' };
  const { start, end } = aroundFigure(quote, figure);
  return text.slice(start - quote.marked.start, end - quote.marked.start);
}

const CLAUSE = 'and on it went without any end that could be seen';

describe('the piece of a sentence around its figure', () => {
  it('is all of a short sentence', () => {
    expect(pieceOf('The gauge read {5.82 metres}.')).toBe('The gauge read 5.82 metres.');
  });

  it('begins with a clause, and ends with a word', () => {
    const piece = pieceOf(`${CLAUSE}, ${CLAUSE}, and rose by {5.82 metres} ${CLAUSE} ${CLAUSE}.`);
    expect(piece).toMatch(/^and rose by 5\.82 metres and on it went .* \w+$/u);
    expect(piece.length).toBeLessThanOrEqual(120);
  });

  it('begins with a word where no clause begins near', () => {
    const piece = pieceOf(`${CLAUSE} ${CLAUSE} and rose by {5.82 metres}.`);
    expect(piece).toMatch(/^[a-z]+ .*and rose by 5\.82 metres\.$/u);
    expect(piece.length).toBeLessThan(80);
  });

  it('holds the figure whatever surrounds it', () => {
    expect(pieceOf(`${'x'.repeat(200)}{5.82}${'y'.repeat(200)}`)).toContain('5.82');
  });
});
