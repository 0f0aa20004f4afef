import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import { expectInvariants } from './invariants.ts';

function parse(text: string) {
  const parsed = parseArticle('a.txt', Buffer.from(text));
  expectInvariants(parsed);
  return parsed;
}

const texts = (text: string) => parse(text).passages.map((passage) => passage.text);
const LONG =
  'The council of the small town by the river met for a third time this week to talk about the dam that nobody wants to pay for.';

describe('a newspaper text', () => {
  it('has its title, byline and one paragraph a line, and loses what the layout left', () => {
    const { article, passages } = parse(
      `\nDam Talks Fail Again\nBy River Desk Team | Mar 03, 2025\n${LONG}\nNo.\n"We tried," she said. Nobody heard.\n.jpg)\n\n\n\n`,
    );
    expect(article).toMatchObject({
      title: 'Dam Talks Fail Again',
      authors: ['River Desk Team'],
      date: '2025-03-03',
      url: null,
      tags: [],
      language: null,
    });
    expect(passages.map((passage) => passage.text)).toEqual([
      LONG,
      'No.',
      '"We tried," she said. Nobody heard.',
    ]);
    expect(passages[2]?.sentences.map((sentence) => sentence.plain)).toEqual([
      '"We tried," she said.',
      'Nobody heard.',
    ]);
  });

  it('joins hard-wrapped lines where blank lines separate the paragraphs', () => {
    const { passages } = parse(
      'Title\n\nThe first line\nand the second.\n\nAnother one\r\nhere.\n',
    );
    expect(passages.map((passage) => passage.text)).toEqual([
      'The first line\nand the second.',
      'Another one\r\nhere.',
    ]);
    expect(passages.map((passage) => passage.plain)).toEqual([
      'The first line and the second.',
      'Another one here.',
    ]);
  });

  it('takes each line as a paragraph where blank lines only part sections', () => {
    expect(texts(`Title\n\n${LONG}\nYes.\n\n${LONG}\n${LONG}`)).toEqual([LONG, 'Yes.', LONG, LONG]);
  });

  it('takes each line as a paragraph where only the title is set apart', () => {
    expect(texts('Title\n\nOne line here\nAnother line here\n\n\n')).toEqual([
      'One line here',
      'Another line here',
    ]);
  });

  it('finds the byline below a standfirst, which stays a paragraph', () => {
    const { article, passages } = parse(
      'Title\nWhy nobody pays for the dam\nBy Ann Lee\n3 March 2025\nThe council met.\nIt failed.',
    );
    expect(article).toMatchObject({ authors: ['Ann Lee'], date: '2025-03-03' });
    expect(passages.map((passage) => passage.text)).toEqual([
      'Why nobody pays for the dam',
      'The council met.',
      'It failed.',
    ]);
  });

  it('needs no byline', () => {
    const { article, passages } = parse('Title\nBy noon the water had come.\nIt stayed.');
    expect(article).toMatchObject({ authors: [], date: null });
    expect(passages).toHaveLength(2);
  });

  it('takes no byline from the middle of the text', () => {
    const { article, passages } = parse(
      'Title\nOne is.\nTwo is.\nThree is.\nBy Ann Lee\nEnd here.',
    );
    expect(article.authors).toEqual([]);
    expect(passages).toHaveLength(5);
  });

  it.each([
    'Yes.',
    '“No!”',
    '– Why?',
    'Stop…',
    '42.',
    '今天下雨',
    'ฝนตก',
    'Two words',
    '(He left)',
  ])('keeps the line %s', (line) => {
    expect(texts(`Title\nThe first paragraph.\n${line}`)).toEqual(['The first paragraph.', line]);
  });

  it.each([
    '.jpg)',
    '***',
    '---',
    '▲',
    '(Photo)',
    'Advertisement',
    '[…]',
    '🎉🎉',
    '1',
    'photo_12.png',
  ])('drops the line %s', (line) => {
    expect(texts(`Title\nThe first paragraph.\n${line}`)).toEqual(['The first paragraph.']);
  });
});
