import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/passage.ts';
import { differingFigures } from '../../../src/retrieval/differing/differing-figures.ts';
import { quoteOf } from '../../terminal/answers.ts';
import { DIFFER } from './differing-cases.ts';

/** A quote of one sentence, from an article about all that the question names. */
function quote(sentence: string, id: string, title: string): Quote {
  const whole = quoteOf(`<[${sentence}]>`);
  return { ...whole, passageId: `${id}#1`, article: { ...whole.article, id, title } };
}

function figures(question: string, one: string, other: string): (string | undefined)[] {
  const quotes: [Quote, Quote] = [quote(one, 'a', question), quote(other, 'b', question)];
  return differingFigures(question, quotes).map((figure) => figure?.text);
}

describe('the figures that two quotes differ in', () => {
  it.each([
    [
      'How high did the river rise?',
      'At 03:40 on 15 November 2023 the gauge read 5.82 metres.',
      'He found a line at **6.10 metres**.',
      ['5.82 metres', '6.10 metres'],
    ],
    [
      'When did the bridge open?',
      'The bridge opened on 4 May 1931.',
      'It was opened on 5 May 1931.',
      ['4 May 1931', '5 May 1931'],
    ],
    [
      'What time did the meeting begin?',
      'It began at 18:30.',
      'It began at 7 p.m.',
      ['18:30', '7 p.m.'],
    ],
  ])('are literal pieces of their sentences: %s', (question, one, other, expected) => {
    expect(figures(question, one, other)).toEqual(expected);
  });

  it('are none where the quotes do not differ in what is asked', () => {
    expect(
      figures('Who read the gauge?', 'The gauge read 5.82 metres.', 'It read 6.10 metres.'),
    ).toEqual([undefined, undefined]);
  });

  it('are found in nine of ten cases of the table, each inside its sentence', () => {
    const found = DIFFER.flatMap(([question, one, other]) => {
      const both = figures(question, one, other);
      expect(one).toContain(both[0] ?? '');
      expect(other).toContain(both[1] ?? '');
      return both;
    });
    const share = found.filter((figure) => figure !== undefined).length / found.length;
    expect(share).toBeGreaterThan(0.9);
  });
});
