import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvaluationSet } from '../../../src/evaluation/index.ts';
import { folderWith } from '../folder.ts';

const article = '# Log 🚢\n\nThe ship left port. It sank, "slowly".\n\nNobody was hurt.\n';
const content = 'It sank, "slowly".\n\nNobody';
const start_index = [...article.slice(0, article.indexOf(content))].length;
const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
const csv = (references: object[], corpus = 'ship') =>
  `question,references,corpus_id\n${quoted('What\nhappened?')},${quoted(JSON.stringify(references))},${corpus}\n`;
const read = (table: string) => {
  const folder = folderWith({ 'questions.csv': table, 'corpora/ship.md': article });
  return readEvaluationSet(join(folder, 'questions.csv'));
};

describe('span questions', () => {
  it('places references that are counted in code points', async () => {
    const { questions } = await read(csv([{ content, start_index }]));
    expect(questions[0]?.question).toBe('What\nhappened?');
    const [span] = questions[0]?.references ?? [];
    expect(article.slice(span?.start, span?.end)).toBe(content);
  });

  it('gives every passage that a reference touches its part of it', async () => {
    const { questions } = await read(csv([{ content, start_index }]));
    const parts = questions[0]?.gold.map(({ spans }) =>
      spans.map(({ start, end }) => article.slice(start, end)),
    );
    expect(parts).toEqual([['It sank, "slowly".'], ['Nobody']]);
  });

  it('names the line of a reference that is not in the article, and of an unknown article', async () => {
    await expect(read(csv([{ content: 'It flew.', start_index }]))).rejects.toThrow(
      /questions\.csv, line 3: "It flew\." is not at character \d+ of ship\.md/,
    );
    await expect(read(csv([{ content, start_index }], 'boat'))).rejects.toThrow(
      /line 3: .+ holds no article "boat"/,
    );
  });
});
