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
  ['Chinese and Japanese words', '洪水警報 水', ['洪水', '警報', '水']],
  ['Thai words', 'แม่น้ำท่วมเมืองเก่า', ['แม่น้ำ', 'ท่วม', 'เมือง', 'เก่า']],
  ['signs that are no word', '?! — … 👩‍👩‍👧', []],
  ['nothing', '', []],
])('makes terms of %s', (_, text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

test.each([
  ['de', 'Die Häuser nach den Fluten', 'das Haus, die Flut'],
  ['es', 'las inundaciones de las casas', 'la inundación, casa'],
  ['fr', "L'inondation des rivières", 'inondations rivière'],
  ['it', "Le inondazioni dell'isola", 'isole, inondazione'],
  ['nl', 'De overstromingen', 'overstroming'],
  ['pt-BR', 'As inundações', 'a inundação'],
  ['sv', 'Översvämningarna', 'översvämning'],
  ['ru', 'Наводнения на реках', 'наводнение, река'],
  ['nb', 'Husene ved elvene', 'huset ved elva'],
  ['ar', 'الكتاب', 'كتاب'],
])('makes the same terms of the forms of a word in %s', (language, text, other) => {
  expect(new Set(termsOf(text, language))).toEqual(new Set(termsOf(other, language)));
});

test.each([
  ['de', 'Wie war das mit dem Deich?', ['deich']],
  ['fr', "C'est qu'il y en a ?", []],
  ['ru', 'Как он был там?', []],
  ['zh', '这是什么？', []],
])('leaves out the stop words of %s', (language, text, terms) => {
  expect(termsOf(text, language)).toEqual(terms);
});

test('takes the words of a language that it has no rules for as they are', () => {
  expect(termsOf('Potop zalał miasta', 'pl')).toEqual(['potop', 'zalał', 'miasta']);
});

test('does not stem what is written in letters of another script than English', () => {
  expect(termsOf('наводнение шторм')).toEqual(['наводнение', 'шторм']);
});

test('tells the Russian letters й and и apart, but not е and ё', () => {
  expect(termsOf('мой ёлка', 'pl')).toEqual(['мой', 'елка']);
});

test('takes 125,000 Chinese signs without a stop', () => {
  expect(termsOf('\u4eca\u5929'.repeat(62_500))).toHaveLength(62_500);
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
  expect(termsOf('水'.repeat(250_000))).toHaveLength(250_000);
});

test('gives the same terms for a long text in pieces', async () => {
  const text = 'Die Flüsse, e-mail and 1,000 cafe\u0301s  \u0301 flooded\n水警報 '.repeat(2_000);
  expect(await termsOfLong(text)).toEqual(termsOf(text));
});
