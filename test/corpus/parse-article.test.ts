import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/corpus/check-article.ts';
import { guarded, parseArticle } from '../../src/corpus/parse-article.ts';
import { ArticleError, ArticleFaultError } from '../../src/errors.ts';

const parse = (text: string, file = 'a.md') => parseArticle(file, Buffer.from(text));

describe('an article of more than five million characters', () => {
  it.each(['a.md', 'a.txt'])('is left out, as %s', (file) => {
    const text = 'A sentence of some length.\n\n'.repeat(200_000);
    expect(() => parseArticle(file, Buffer.from(text))).toThrow(
      /has 5600000 characters of text, more than 5000000; split it/,
    );
  });
});

describe('an article that once ended the run', () => {
  it.each([
    ['what looks like a reference where a sentence is cut', `${'x'.repeat(498)}&foo; and more.`],
    ['a reference of two characters there', `${'x'.repeat(499)}&ngE;&ngE; and more.`],
    ['a table row that ends in a blank', '| a | b |\n| - | - |\n| c. |  \n|x| y.|   '],
    ['125,000 Chinese signs without a stop', '\u4eca'.repeat(125_000)],
    ['front matter that holds itself', '---\ntitle: &a [*a]\n---\n\nText is here.'],
  ])('is read: %s', (_title, text) => {
    expect(() => checkArticle(parse(text))).not.toThrow();
  });
});

describe('whatever an article throws', () => {
  it('leaves that one out, with a line for a person and the cause', () => {
    const cause = new RangeError('too many\narguments');
    const read = () =>
      guarded('a.md', () => {
        throw cause;
      });
    expect(read).toThrow(ArticleFaultError);
    expect(read).toThrow(
      expect.objectContaining({
        file: 'a.md',
        reason: 'the program failed on it (RangeError: too many arguments); please report it',
        cause,
      }),
    );
  });

  it('is such an error already where the article is at fault', () => {
    const error = new ArticleError('a.md', 'is empty');
    const read = () =>
      guarded('a.md', () => {
        throw error;
      });
    expect(read).toThrow(error);
  });
});

describe('an article whose parts do not fit', () => {
  const good = () => structuredClone(parse('# A title\n\nOne here. Two here.\n\nThree here.'));
  type Parsed = ReturnType<typeof good>;

  it('is none of those that are read', () => {
    expect(() => checkArticle(good())).not.toThrow();
  });

  it.each<[string, (parsed: Parsed) => void, RegExp]>([
    [
      'sentences that overlap',
      ({ passages }) => Object.assign(passages[0]?.sentences[1] ?? {}, { start: 12 }),
      /sentence 2 of paragraph 1 is at 12/,
    ],
    [
      'a sentence out of its paragraph',
      ({ passages }) => Object.assign(passages[0]?.sentences[1] ?? {}, { end: 40 }),
      /sentence 2 of paragraph 1/,
    ],
    [
      'a sentence with a blank at its end',
      ({ passages }) => Object.assign(passages[0]?.sentences[0] ?? {}, { end: 21 }),
      /white space/,
    ],
    [
      'no sentence',
      ({ passages }) => passages[1]?.sentences.splice(0),
      /paragraph 2 has no sentence/,
    ],
    [
      'a text that is not that of the article',
      ({ passages }) => Object.assign(passages[1] ?? {}, { text: 'Three Here.' }),
      /paragraph 2 is not the text/,
    ],
    ['paragraphs in disorder', ({ passages }) => passages.reverse(), /paragraph 1 is at/],
    [
      'a paragraph behind the end',
      ({ passages }) => Object.assign(passages[1] ?? {}, { end: 4_000 }),
      /paragraph 2 is at/,
    ],
  ])('is noticed: %s', (_title, spoil, message) => {
    const parsed = good();
    spoil(parsed);
    expect(() => checkArticle(parsed)).toThrow(message);
  });
});

it('leaves out what has more paragraphs than a shelf of books', () => {
  expect(() => parse('A short one.\n\n'.repeat(50_002), 'a.txt')).toThrow(
    /more than 50000; split it/,
  );
});

it('clips a title that is as long as a chapter', () => {
  const { title } = parse(`# ${'Title '.repeat(1_000)}\n\nText is here.`).article;
  expect(title).toHaveLength(300);
  expect(title.endsWith('…')).toBe(true);
});
