import { expect, test } from 'vitest';
import { termsOf, termsOfLong } from '../../src/store/terms.ts';

test.each([
  ['case and English endings', 'Floods FLOODED flooding', ['flood', 'flood', 'flood']],
  ['stop words and question words', 'What is the dam that was on it?', ['dam']],
  ['accents', 'Café naïve Ångström', ['cafe', 'naiv', 'angstrom']],
  ['marks in numbers', '1,000 and 1000 and 3.5', ['1000', '1000', '3.5']],
  ['a number with a unit or an ending', '20th, 1990s, 5kg', ['20th', '1990s', '5kg']],
  ['both apostrophes', "Newton's Newton’s O'Brien", ['newton', 'newton', 'obrien']],
  ['hyphens', 'e-mail', ['e', 'mail', 'email']],
  ['letters of other scripts', 'наводнение שלום', ['наводнение', 'שלום']],
  ['pairs of Chinese and Japanese signs', '洪水警報 水', ['洪水', '水警', '警報', '水']],
  ['signs that are no word', '?! — … 👩‍👩‍👧', []],
  ['nothing', '', []],
])('makes terms of %s', (_, text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

test('takes 125,000 Chinese signs without a stop', () => {
  expect(termsOf('\u4eca\u5929'.repeat(62_500))).toHaveLength(124_999);
});

test('does not look for the stem of what is too long for a word', () => {
  const began = process.cpuUsage();
  expect(termsOf('ab'.repeat(100_000))).toEqual(['ab'.repeat(100_000).slice(0, 255)]);
  expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
});

test('reads a decomposed accent as a composed one', () => {
  expect(termsOf('cafe\u0301')).toEqual(termsOf('caf\u00e9'));
});

test('takes a text without spaces, of more signs than a call takes arguments', () => {
  expect(termsOf('水'.repeat(250_000))).toHaveLength(249_999);
});

test('gives the same terms for a long text in pieces', async () => {
  const text = 'Die Flüsse, e-mail and 1,000 cafe\u0301s  \u0301 flooded\n水警報 '.repeat(2_000);
  expect(await termsOfLong(text)).toEqual(termsOf(text));
});
