import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QuoteMismatchError } from '../../src/errors.ts';
import type { Quote } from '../../src/passage.ts';
import { verifyQuote } from '../../src/retrieval/verify.ts';

const text = 'The fog came at noon. The ferry waited. Nobody minded.';
const quote: Quote = {
  passageId: 'fog#1',
  article: {
    id: 'fog',
    file: 'fog.md',
    title: 'Fog',
    authors: [],
    date: null,
    url: null,
    tags: [],
    language: null,
  },
  paragraph: 1,
  start: 0,
  end: 39,
  text: text.slice(0, 39),
  marked: { start: 22, end: 39, text: text.slice(22, 39) },
  passage: { start: 0, end: text.length },
  score: 1,
  link: null,
};

test('a quote that is the article word for word passes', () => {
  expect(() => verifyQuote(quote, text)).not.toThrow();
});

test('a quote passes in no article that differs from it by one character', () => {
  fc.assert(
    fc.property(fc.nat(quote.end - 1), (place) => {
      const altered = `${text.slice(0, place)}#${text.slice(place + 1)}`;
      expect(() => verifyQuote(quote, altered)).toThrow(QuoteMismatchError);
    }),
  );
});

test.each<[string, Quote]>([
  ['is shifted by one', { ...quote, start: 1, end: 40 }],
  ['marks other words than it says', { ...quote, marked: { ...quote.marked, text: 'It sank.' } }],
  ['marks a place outside itself', { ...quote, end: 30, text: text.slice(0, 30) }],
  ['reaches out of its passage', { ...quote, passage: { start: 5, end: text.length } }],
])('a quote that %s is refused', (_, wrong) => {
  expect(() => verifyQuote(wrong, text)).toThrow(QuoteMismatchError);
});

test('a quote from an article that is gone is refused', () => {
  expect(() => verifyQuote(quote, undefined)).toThrow(QuoteMismatchError);
});
