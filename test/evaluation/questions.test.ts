import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CorpusError } from '../../src/errors.ts';
import { readQuestions } from '../../src/evaluation/questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-questions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const answerable = { question: 'How high?', article: 'flood', paragraph: 2, answer: '5.8 m' };
const unanswerable = { question: 'How deep?', answer: null, kind: 'near-miss' };

function written(...lines: unknown[]): string {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
}

describe('readQuestions', () => {
  it('reads answerable and unanswerable questions in order', () => {
    expect(readQuestions(written(answerable, unanswerable))).toEqual([answerable, unanswerable]);
  });

  it('reads other paragraphs that answer as well', () => {
    const also = [{ article: 'flood', paragraph: 3, answer: '5.8 metres' }];
    expect(readQuestions(written({ ...answerable, also }))).toEqual([{ ...answerable, also }]);
  });

  it.each([
    ['a paragraph of 0', { ...answerable, paragraph: 0 }, /paragraph: /],
    ['an empty answer', { ...answerable, answer: '' }, /answer: /],
    ['no article', { ...answerable, article: undefined }, /article: /],
    [
      'a faulty alternative',
      { ...answerable, also: [{ article: 'flood' }] },
      /also\[0\]\.paragraph: /,
    ],
    ['an answerable question with a kind', { ...answerable, kind: 'outside' }, /"kind"/],
    [
      'an unanswerable question with an article',
      { ...unanswerable, article: 'flood' },
      /"article"/,
    ],
    ['an unknown kind', { ...unanswerable, kind: 'far' }, /kind: /],
    ['a line that is no object', 7, /object/],
  ])('names the line and the field of %s, in one line', (_, line, fault) => {
    const file = written(answerable, line);
    const read = () => readQuestions(file);
    expect(read).toThrow(CorpusError);
    expect(read).toThrow(`${file}, line 2: `);
    expect(read).toThrow(fault);
    expect(read).not.toThrow(/\n/);
  });
});
