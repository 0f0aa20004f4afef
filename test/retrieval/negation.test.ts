import { expect, test } from 'vitest';
import { isNegated } from '../../src/retrieval/negation.ts';
import { DENYING, SAYING } from './negation-cases.ts';

test('there are as many cases that deny nothing as cases that deny', () => {
  expect(SAYING.length).toBeGreaterThanOrEqual(DENYING.length);
});

test.each(DENYING)('%s: denies something', (text) => {
  expect(isNegated(text)).toBe(true);
});

test.each(SAYING)('%s: denies nothing', (text) => {
  expect(isNegated(text)).toBe(false);
});

test.each([...DENYING, ...SAYING])('capitals change nothing: %s', (text) => {
  expect(isNegated(text.toUpperCase())).toBe(isNegated(text));
});
