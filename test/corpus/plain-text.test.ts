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

describe('a text without a headline', () => {
  const title = (text: string) => parse(text).article.title;

  it.each([
    ['whose first line is a paragraph', `${LONG}\nNo.\nIt rains.`, [LONG, 'No.', 'It rains.']],
    [
      'whose first line is two sentences',
      'The dam broke. Nobody was hurt.\n\nIt will be built again.',
      ['The dam broke. Nobody was hurt.', 'It will be built again.'],
    ],
    [
      'whose first line is one long sentence',
      'The old dam above the mill broke on Sunday night in heavy rain.\nIt will be built again.',
      [
        'The old dam above the mill broke on Sunday night in heavy rain.',
        'It will be built again.',
      ],
    ],
    [
      'that is hard-wrapped',
      'The dam above the mill broke on Sunday night,\nafter three days of rain.\n\nNobody was\nhurt.',
      [
        'The dam above the mill broke on Sunday night,\nafter three days of rain.',
        'Nobody was\nhurt.',
      ],
    ],
    ['of one line', 'The dam broke on Sunday', ['The dam broke on Sunday']],
  ])('keeps its first paragraph: one %s', (_what, text, paragraphs) => {
    expect(texts(text)).toEqual(paragraphs);
    expect(title(text)).toBe('A');
  });

  it('may have a byline below its first paragraph', () => {
    const { article, passages } = parse(`${LONG}\nBy Ann Lee\nIt rains.`);
    expect(article).toMatchObject({ title: 'A', authors: ['Ann Lee'] });
    expect(passages.map(({ text }) => text)).toEqual([LONG, 'It rains.']);
  });

  it.each([
    'Dam Breaks',
    'The bridge is open.',
    'Who will pay for the dam?',
    '“Nobody told us”: what the night of the flood was like in the lower town',
    'Dam breaks. Nobody hurt',
    'By Land And Sea',
    'Minister: dam safe',
    'ΤΟ ΦΡΑΓΜΑ ΕΣΠΑΣΕ',
  ])('is none that begins with the headline %s', (headline) => {
    expect(title(`${headline}\nby Ann Lee\nThe first paragraph.`)).toBe(headline);
    expect(texts(`${headline}\nThe first paragraph.\nThe second one.`)).toHaveLength(2);
  });
});

describe('figures in a line of their own', () => {
  it.each([
    '24,512',
    '3–1',
    '2:1 (1:0)',
    '45%',
    '−3',
    '1984',
    'Attendance: 24,512',
    '12.5 km',
    '$1.2',
    '6-4, 3-6, 7-5',
  ])('belong to the paragraph before them: %s', (figures) => {
    expect(texts(`Title\nThe Herons won again.\n${figures}\nIt rained.`)).toEqual([
      `The Herons won again.\n${figures}`,
      'It rained.',
    ]);
  });

  it('bring the word above them along', () => {
    expect(texts('Title\n\nThe Herons won.\n\nAttendance\n24,512\n\nIt rained.')).toEqual([
      'The Herons won.\n\nAttendance\n24,512',
      'It rained.',
    ]);
  });

  it.each([
    '7',
    '12',
    '- 12 -',
    '***',
    '.jpg)',
    'photo_123.png',
    'Advertisement',
  ])('are none: %s', (line) => {
    expect(texts(`Title\nThe Herons won again.\n${line}\nIt rained.`)).toHaveLength(2);
    expect(texts(`Title\nThe Herons won again.\n${line}\nIt rained.`)[0]).toBe(
      'The Herons won again.',
    );
  });
});
