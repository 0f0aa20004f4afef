import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvaluationSet } from '../../../src/evaluation/index.ts';
import { folderWith } from '../folder.ts';

const context = 'The 🌊 came at dawn. Nobody slept.';
const squad = (answer_start: number, more: object = {}) =>
  JSON.stringify({
    data: [
      {
        title: 'Kesse_Flood',
        paragraphs: [
          { context: 'First paragraph.', qas: [] },
          {
            context,
            qas: [
              { id: 'q1', question: 'When?', answers: [{ text: 'dawn', answer_start }], ...more },
            ],
          },
        ],
      },
    ],
  });
const read = (content: string) =>
  readEvaluationSet(join(folderWith({ 'dev.json': content }), 'dev.json'));

describe('SQuAD', () => {
  it('makes every paragraph one passage, at its place in the article', async () => {
    const { articles } = await read(squad(14));
    const { article, passages } = articles[0] as (typeof articles)[number];
    expect(article.title).toBe('Kesse Flood');
    expect(passages.map(({ text }) => text)).toEqual(['First paragraph.', context]);
    for (const { start, end, text, sentences } of passages) {
      expect(article.text.slice(start, end)).toBe(text);
      for (const sentence of sentences) {
        expect(article.text.slice(sentence.start, sentence.end)).toBe(sentence.plain);
      }
    }
    expect(passages[1]?.sentences).toHaveLength(2);
  });

  it.each([
    ['code points', [...context].indexOf('d')],
    ['UTF-16 code units', context.indexOf('dawn')],
  ])('finds an answer whose start is counted in %s', async (_, start) => {
    const { articles, questions } = await read(squad(start));
    const gold = questions[0]?.gold[0];
    expect(gold?.passageId).toBe('Kesse_Flood#2');
    const { start: from, end } = gold?.spans[0] ?? { start: 0, end: 0 };
    expect(articles[0]?.article.text.slice(from, end)).toBe('dawn');
  });

  it('names the question whose answer is not where it should be', async () => {
    await expect(read(squad(3))).rejects.toThrow(
      /dev\.json: question q1: the answer "dawn" is not at character 3/,
    );
  });

  it('takes version 1.1, where no question is impossible, and version 2.0', async () => {
    expect((await read(squad(14))).questions[0]?.kind).toBe('answerable');
    const impossible = await read(squad(14, { is_impossible: true, answers: [] }));
    expect(impossible.questions[0]).toMatchObject({ kind: 'impossible', gold: [] });
  });

  it('says in one line where a file has another form', async () => {
    await expect(read('{"data": [{"title": 1, "paragraphs": []}]}')).rejects.toThrow(
      /^\S+dev\.json: data\[0\]\.title: .+$/,
    );
    await expect(read('{"data": ')).rejects.toThrow(/^\S+dev\.json: this is not JSON .+$/);
  });

  it('refuses two questions of one id', async () => {
    const { data } = JSON.parse(squad(14));
    data.push({ ...data[0], title: 'Another' });
    await expect(read(JSON.stringify({ data }))).rejects.toThrow('the id "q1" is given twice');
  });
});
