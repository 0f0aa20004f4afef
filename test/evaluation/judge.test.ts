import { describe, expect, it } from 'vitest';
import type { EvalQuestion } from '../../src/evaluation/evaluation-set.ts';
import { assembleArticle } from '../../src/evaluation/formats/assemble.ts';
import { judge } from '../../src/evaluation/judge.ts';
import type { Article, Passage, Quote } from '../../src/passage.ts';
import type { Trace } from '../../src/retrieval/index.ts';
import { readAll } from '../store/read-all.ts';
import { openSet } from './open-set.ts';

const ferry = assembleArticle('ferry', 'Ferry', [
  'The ferry sails at seven. It is blue.',
  'A ticket costs four euros. Dogs sail free, at seven too.',
]);
const [first, second] = ferry.passages as [Passage, Passage];
const shelf = await readAll(await openSet([ferry]));

const at = first.text.indexOf('seven');
const question: EvalQuestion = {
  id: 'q',
  question: 'When does the ferry sail?',
  kind: 'answerable',
  articleId: 'ferry',
  gold: [{ passageId: first.id, relevance: 1, spans: [{ start: at, end: at + 'seven'.length }] }],
};

/** A whole passage with the given sentence marked. */
function quote(passage: Passage, sentence: number): Quote {
  const { start, end } = passage.sentences[sentence] as Passage['sentences'][number];
  return {
    passageId: passage.id,
    article: ferry.article as Article,
    paragraph: passage.paragraph,
    start: passage.start,
    end: passage.end,
    text: passage.text,
    marked: { start, end, text: ferry.article.text.slice(start, end) },
    passage: { start: passage.start, end: passage.end },
    score: 0.8,
    link: null,
  };
}

function traceOf(quotes: Quote[], order: Passage[]): Trace {
  const hits = order.map((passage, index) => ({ passage, score: 1 - index / 10 }));
  const about = { question: question.question, confidence: 0.8, nearest: [], milliseconds: 1 };
  const [best, ...others] = quotes;
  return {
    answer: best
      ? { ...about, status: 'answered', quotes: [best, ...others] }
      : { ...about, status: 'missed', quotes: [] },
    stages: { lexical: hits, dense: hits, fused: hits, reranked: hits },
    seconds: { embed: 0, lexical: 0, dense: 0, rerank: 0, total: 0 },
    features: {},
  };
}

const asked = { protocol: 'whole', seed: 0 } as const;
const judged = (quotes: Quote[], order = [first, second], about = question) =>
  judge(about, traceOf(quotes, order), shelf, asked);

describe('judge', () => {
  it('finds the exact answer in the quotes and in the first marked sentence', () => {
    expect(judged([quote(first, 0)])).toMatchObject({ answerShown: true, answerMarked: true });
    expect(judged([quote(first, 1)])).toMatchObject({ answerShown: true, answerMarked: false });
  });

  it('finds it at a glance only where no quote before must be passed', () => {
    expect(judged([quote(first, 0)]).answerAtAGlance).toBe(true);
    const unlikely = { ...quote(first, 0), score: 0.4 };
    expect(judged([quote(second, 0), unlikely])).toMatchObject({
      answerShown: true,
      answerAtAGlance: false,
    });
  });

  it('does not take the same words at another place for the exact answer', () => {
    expect(judged([quote(second, 1)])).toMatchObject({ answerShown: false, wordsShown: true });
  });

  it('looks at three quotes only', () => {
    const three = [quote(second, 0), quote(second, 0), quote(second, 0)];
    expect(judged([...three, quote(first, 0)]).answerShown).toBe(false);
  });

  it('calls an answer right by its first quote, or by the best passage where none is shown', () => {
    expect(judged([quote(second, 0), quote(first, 0)]).right).toBe(false);
    expect(judged([quote(first, 0)], [second, first]).right).toBe(true);
    expect(judged([], [first, second]).right).toBe(true);
  });

  it('measures each stage’s order, and none where nothing answers', () => {
    expect(judged([], [second, first]).stages?.fused).toMatchObject({
      'recall@1': 0,
      'mrr@10': 0.5,
    });
    const unanswerable = { ...question, kind: 'outside', gold: [] } as const;
    expect(judged([quote(first, 0)], [first], { ...unanswerable, gold: [] })).toMatchObject({
      stages: null,
      answerShown: null,
      right: false,
    });
  });

  it('counts the reference characters inside the first five quotes of their article', () => {
    const references = [
      { start: first.start, end: first.end },
      { start: second.start, end: second.end },
    ];
    const covered = judged([quote(first, 0)], [first], {
      ...question,
      references,
    }).referencesCovered;
    expect(covered).toBeCloseTo(first.text.length / (first.text.length + second.text.length), 12);
  });

  it.each<[string, (honest: Quote) => Quote]>([
    ['another text', (honest) => ({ ...honest, text: `${honest.text.slice(0, -1)}!` })],
    ['another place', (honest) => ({ ...honest, start: honest.start + 1, end: honest.end + 1 })],
    ['another paragraph', (honest) => ({ ...honest, paragraph: 2 })],
    ['a mark that is no part of it', (honest) => ({ ...honest, marked: quote(second, 0).marked })],
  ])('finds out a quote with %s', (_, falsify) => {
    expect(judged([quote(first, 0)]).quotes[0]?.verbatim).toBe(true);
    expect(judged([falsify(quote(first, 0))]).quotes[0]?.verbatim).toBe(false);
  });
});
