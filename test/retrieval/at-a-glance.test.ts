import { expect, it } from 'vitest';
import type { Answer, Quote } from '../../src/passage.ts';
import { atAGlance } from '../../src/retrieval/at-a-glance.ts';
import { answered, MISSED, quoteOf } from '../terminal/answers.ts';

const quote = (paragraph: number, score: number, text = 'It rose by 6 metres.'): Quote =>
  quoteOf(`<[${text}]>`, { paragraph, passageId: `a#${paragraph}`, score });
const shown = (...quotes: [Quote, ...Quote[]]) =>
  atAGlance(answered(...quotes)).quotes.map(({ paragraph }) => paragraph);

it('is one quote, whatever else may answer a little', () => {
  expect(shown(quote(1, 0.9), quote(2, 0.49), quote(3, 0.4))).toEqual([1]);
});

it('is two where the second one probably answers, too', () => {
  expect(shown(quote(1, 0.9), quote(2, 0.5), quote(3, 0.5))).toEqual([1, 2]);
});

it('is always the beginning of the answer, so that "more" goes on from there', () => {
  expect(shown(quote(1, 0.9), quote(2, 0.3), quote(3, 0.8))).toEqual([1]);
});

it('is one where the second is of the same passage, or too long to stand beside another', () => {
  expect(shown(quote(1, 0.9), quote(1, 0.8))).toEqual([1]);
  expect(shown(quote(1, 0.9), quote(2, 0.8, 'and so on '.repeat(30)))).toEqual([1]);
});

it('leaves a miss and what a citation answers as they are', () => {
  expect(atAGlance(MISSED)).toBe(MISSED);
  const { article } = quote(1, 1);
  const cited: Answer = {
    ...answered(quote(1, 1)),
    status: 'cited',
    quotes: [quote(1, 1)],
    citation: { asked: 'date', article },
  };
  expect(atAGlance(cited)).toBe(cited);
});
