import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/corpus/parse-file.ts';
import { describeFormat } from './contract.ts';

describeFormat({
  format: 'json',
  minF1: 1,
  broken: [
    ['half of an object', () => Buffer.from('{"title": "A", "text": "So'), /is no JSON \(.+\)/],
    [
      'an object without a text',
      () => Buffer.from('{"name": "pullquote"}'),
      /has no text; it belongs into a field "text", "body" or "content"/,
    ],
    ['a list of numbers', () => Buffer.from('[1, 2]'), /row 1: is no object with fields/],
    ['an empty list', () => Buffer.from('[]'), /has no row/],
    ['brackets 100,000 deep', () => Buffer.from('['.repeat(100_000)), /is no JSON/],
    ['21,000 rows', () => Buffer.from(`[${'1,'.repeat(20_999)}1]`), /more than 20000; split it/],
    ['no JSON at all', () => Buffer.from('title: A'), /is no JSON, or damaged/],
  ],
});

describeFormat({
  format: 'jsonl',
  minF1: 1,
  broken: [
    [
      'lines without a text',
      () => Buffer.from('{"q": "Who?"}\n{"q": "When?"}'),
      /row 1: has no text/,
    ],
    [
      'an object over several lines',
      () => Buffer.from('{\n"text": "Some words."\n}'),
      /row 1: is no JSON/,
    ],
    ['bytes that are no text', () => Buffer.from('{"text": "\0\x01\x02"}'), /binary data/],
  ],
});

describeFormat({
  format: 'csv',
  minF1: 1,
  broken: [
    [
      'no column for the text',
      () => Buffer.from('name,age\nAnn,3\n'),
      /has no column "text", "body" or "content" in its first row/,
    ],
    [
      'a quote that nobody closes',
      () => Buffer.from('title,text\nA,"Some words.\n'),
      /is a broken table: .*Quote Not Closed/,
    ],
    ['a first row alone', () => Buffer.from('title,text\n'), /has no row/],
    [
      'a quote within a field',
      () => Buffer.from('title,text\nA,Some "words" here.\nB,"Some" more.\n'),
      /is a broken table/,
    ],
  ],
});

describe('an article a row', () => {
  it('has the number of its row in its id, and goes by it where it has no title', async () => {
    const { articles } = await parseFile(
      '2024/news.jsonl',
      Buffer.from('{"text":"One word more."}\n\n{"text":"Two words more."}'),
    );
    expect(articles.map(({ article: { id, file, title } }) => [id, file, title])).toEqual([
      ['2024/news#1', '2024/news.jsonl#1', 'News 1'],
      ['2024/news#2', '2024/news.jsonl#2', 'News 2'],
    ]);
    expect(articles[1]?.passages[0]?.id).toBe('2024/news#2#1');
  });

  it('is left out alone when it cannot be used, the first ones by name', async () => {
    const bad = Array.from({ length: 8 }, () => '{"text":""}').join('\n');
    const { articles, unusable } = await parseFile(
      'a.jsonl',
      Buffer.from(`${bad}\n{"text":"It is fine."}`),
    );
    expect(articles.map(({ article }) => article.id)).toEqual(['a#9']);
    expect(unusable.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      ...[1, 2, 3, 4, 5].map((row) => expect.stringContaining(`a.jsonl#${row}: has no text`)),
      'a.jsonl: has 3 more such rows',
    ]);
  });

  it('is kept without a field that is wrong, which is told', async () => {
    const { articles, warnings } = await parseFile(
      'a.json',
      Buffer.from('[{"text":"It is fine.","date":"yesterday"}]'),
    );
    expect(articles[0]?.article.date).toBeNull();
    expect(warnings).toEqual([
      { file: 'a.json#1', reason: expect.stringMatching(/^date: "yesterday" must be a day/) },
    ]);
  });
});
