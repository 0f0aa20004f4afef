import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvaluationSet } from '../../../src/evaluation/index.ts';
import { folderWith } from '../folder.ts';

const article =
  '# Ferry\n\nThe ferry sails at 7:10 and again at 9:30.\n\nA ticket costs 4 euros.\n';
const read = (line: object) => {
  const folder = folderWith({
    'asked.jsonl': `\n${JSON.stringify(line)}\n`,
    'articles/ferry.md': article,
  });
  return readEvaluationSet(join(folder, 'asked.jsonl'), { corpus: join(folder, 'articles') });
};
const question = 'What does the ferry cost?';

describe('the project’s own questions', () => {
  it('places the exact words in the paragraph', async () => {
    const { questions } = await read({
      question,
      article: 'ferry',
      paragraph: 2,
      answer: '4 euros',
    });
    expect(questions[0]).toMatchObject({ id: question, kind: 'answerable', articleId: 'ferry' });
    const gold = questions[0]?.gold[0];
    expect(gold?.passageId).toBe('ferry#2');
    expect(gold?.spans.map(({ start, end }) => article.slice(start, end))).toEqual(['4 euros']);
  });

  it('takes every occurrence of the words, and the other paragraphs that answer', async () => {
    const { questions } = await read({
      question,
      article: 'ferry',
      paragraph: 1,
      answer: 'at',
      also: [{ article: 'ferry', paragraph: 2, answer: '4' }],
    });
    expect(questions[0]?.gold.map(({ passageId, spans }) => [passageId, spans.length])).toEqual([
      ['ferry#1', 2],
      ['ferry#2', 1],
    ]);
  });

  it('keeps apart near misses and what is outside', async () => {
    const { questions } = await read({ question, answer: null, kind: 'near-miss' });
    expect(questions[0]).toMatchObject({ kind: 'near-miss', gold: [] });
  });

  it.each([
    [{ question, article: 'ferry', paragraph: 9, answer: 'x' }, 'no paragraph 9 in ferry'],
    [
      { question, article: 'ferry', paragraph: 2, answer: '5 euros' },
      '"5 euros" is not in paragraph 2',
    ],
    [{ question, paragraph: 2, answer: '5 euros' }, 'article: '],
  ])('names the line of a false expectation (%#)', async (line, message) => {
    await expect(read(line)).rejects.toThrow(new RegExp(`asked\\.jsonl, line 2: .*${message}`));
  });
});
