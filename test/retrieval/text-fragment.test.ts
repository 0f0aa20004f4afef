import { expect, test } from 'vitest';
import { linkToText } from '../../src/retrieval/text-fragment.ts';

test('a short text stands in the link whole', () => {
  expect(linkToText('https://example.org/a', 'The river rose.')).toBe(
    'https://example.org/a#:~:text=The%20river%20rose.',
  );
});

test('of a long text the link names its first and its last five words', () => {
  const words = Array.from({ length: 20 }, (_, i) => `w${i}`).join(' ');
  expect(linkToText('https://example.org/a', words)).toBe(
    'https://example.org/a#:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19',
  );
});

test('commas and hyphens of the text do not read as the syntax of the fragment', () => {
  expect(linkToText('https://example.org/a', 'well-made, they say')).toBe(
    'https://example.org/a#:~:text=well%2Dmade%2C%20they%20say',
  );
});

test('a fragment of the address stays', () => {
  expect(linkToText('https://example.org/a#part', 'Yes.')).toBe(
    'https://example.org/a#part:~:text=Yes.',
  );
});
