import { describe, expect, it } from 'vitest';
import { readEvaluationSet } from '../../../src/evaluation/index.ts';
import { folderWith } from '../folder.ts';

const corpus = [
  { _id: 'd1', title: 'Tides', text: 'The moon pulls the sea.' },
  { _id: 'd2', text: 'Untitled "text".' },
];
const jsonl = (values: object[]) => values.map((value) => JSON.stringify(value)).join('\n');
const beir = {
  'corpus.jsonl': jsonl(corpus),
  'queries.jsonl': jsonl([
    { _id: 'q1', text: 'What pulls the sea?' },
    { _id: 'q2', text: 'Not judged' },
  ]),
  'qrels/test.tsv': 'query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n',
};

describe('BEIR', () => {
  it('makes every document an article of one passage', async () => {
    const { articles } = await readEvaluationSet(folderWith(beir));
    expect(articles.map(({ article }) => [article.id, article.title, article.text])).toEqual([
      ['d1', 'Tides', 'The moon pulls the sea.'],
      ['d2', '', 'Untitled "text".'],
    ]);
    expect(articles.map(({ passages }) => passages.map(({ id }) => id))).toEqual([
      ['d1#1'],
      ['d2#1'],
    ]);
  });

  it('keeps graded relevance above 0, and the queries that have some', async () => {
    const { questions } = await readEvaluationSet(folderWith(beir));
    expect(questions).toEqual([
      {
        id: 'q1',
        question: 'What pulls the sea?',
        kind: 'answerable',
        gold: [{ passageId: 'd1#1', relevance: 2, spans: [] }],
      },
    ]);
  });

  it('takes the test judgements where there are several', async () => {
    const folder = folderWith({ ...beir, 'qrels/train.tsv': 'query-id\tcorpus-id\tscore\n' });
    expect((await readEvaluationSet(folder)).questions).toHaveLength(1);
  });

  it('reads SciFact as plain JSON, where claims cite documents', async () => {
    const folder = folderWith({
      'corpus.json': JSON.stringify(corpus),
      'queries_val.json': JSON.stringify([
        { _id: '7', text: 'A claim.', cited: ['d2', 'd1'], evidence: [] },
      ]),
    });
    const { questions } = await readEvaluationSet(folder);
    expect(questions[0]?.gold.map(({ passageId }) => passageId)).toEqual(['d2#1', 'd1#1']);
  });

  it.each([
    ['corpus.jsonl', `${beir['corpus.jsonl']}\n{"_id": "d3"}`, /corpus\.jsonl, line 3: text: .+$/],
    ['queries.jsonl', '\n{"_id": "q1", text}', /queries\.jsonl, line 2: this is not JSON/],
    ['qrels/test.tsv', 'head\nq1\td1\tmuch', /test\.tsv, line 2: /],
  ])('names file and line of what is wrong in %s', async (file, content, message) => {
    await expect(readEvaluationSet(folderWith({ ...beir, [file]: content }))).rejects.toThrow(
      message,
    );
  });
});
