import { expect, test } from 'vitest';
import { isNegated } from '../../src/retrieval/negation.ts';

test.each([
  'Which rule was not kept?',
  "Why didn't the ferry stop?",
  'Why didn’t the ferry stop?',
  'NEVER ring twice.',
  'a bridge without a rail',
  'It cannot be seen.',
])('%s: denies something', (text) => {
  expect(isNegated(text)).toBe(true);
});

test.each([
  'The knot held.',
  'Note the time.',
  'It is known.',
  'Nora noticed an announcement.',
  '',
])('%s: denies nothing', (text) => {
  expect(isNegated(text)).toBe(false);
});
