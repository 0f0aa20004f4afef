import { expect, test } from 'vitest';
import { savedName } from '../../src/fetching/saved-name.ts';

const nameOf = (address: string) => savedName(new URL(address));

test.each([
  ['https://www.example.org/news/2025/flood.html', 'added/example.org/news-2025-flood'],
  ['https://example.org/news/2025/flood/', 'added/example.org/news-2025-flood'],
  ['http://example.org:8080/flood', 'added/example.org-8080/flood'],
])('%s is saved as %s', (address, name) => {
  expect(nameOf(address)).toBe(name);
});

test.each([
  ['a question', 'https://example.org/page?id=1', 'https://example.org/page?id=2'],
  ['the case of letters', 'https://example.org/Flood', 'https://example.org/flood'],
  ['marks', 'https://example.org/a_b', 'https://example.org/a-b'],
  [
    'the end of a long path',
    `https://example.org/${'a'.repeat(200)}1`,
    `https://example.org/${'a'.repeat(200)}2`,
  ],
])('pages that differ in %s have names of their own', (_, one, other) => {
  expect(nameOf(one)).not.toBe(nameOf(other));
});

test.each([
  'https://example.org/',
  'https://example.org/../../etc/passwd',
  'https://example.org/..%2f..%2fetc%2fpasswd',
  'https://example.org/%00%01',
  'https://example.org/%ff',
  `https://example.org/${'x'.repeat(5_000)}`,
])('%s stays in its folder, in a name that every file system takes', (address) => {
  expect(nameOf(address)).toMatch(/^added\/example\.org\/[\p{L}\p{N}-]{1,120}$/u);
});
