import { describe, expect, it } from 'vitest';
import type { EvalQuestion, EvaluationSet } from '../../src/evaluation/evaluation-set.ts';
import { assembleArticle } from '../../src/evaluation/formats/assemble.ts';
import { withoutPassages } from '../../src/evaluation/hidden-passage-store.ts';
import { askHeldOut, askWithoutGold, sampleQuestions } from '../../src/evaluation/plan.ts';
import { openSet, vectorOf } from './open-set.ts';

const ARTICLES = 8;
const articles: EvaluationSet['articles'] = Array.from({ length: ARTICLES }, (_, n) =>
  assembleArticle(`a${n}`, `Harbour ${n}`, [`Ship ${n} sails at dawn.`, `Ship ${n} is red.`]),
);
const questions: EvalQuestion[] = articles.map(({ passages }, n) => ({
  id: `q${n}`,
  question: `When does ship ${n} sail?`,
  kind: 'answerable',
  gold: [{ passageId: passages[0]?.id ?? '', relevance: 1, spans: [] }],
}));
const impossible: EvalQuestion = { id: 'i', question: 'Why?', kind: 'impossible', gold: [] };

describe('sampleQuestions', () => {
  it('takes at most the sample of every kind, the same ones for the same seed', () => {
    const sample = sampleQuestions([...questions, impossible], 3, 5);
    expect(sample.filter(({ kind }) => kind === 'answerable')).toHaveLength(3);
    expect(sample).toContain(impossible);
    expect(sampleQuestions([...questions, impossible], 3, 5)).toEqual(sample);
    expect(sampleQuestions([...questions, impossible], 3, 6)).not.toEqual(sample);
  });
});

describe('askHeldOut', () => {
  it('asks all answerable questions of the articles that are left, for every seed', async () => {
    const store = await openSet(articles);
    const askings = askHeldOut([...questions, impossible], store, {
      share: 0.25,
      seeds: 3,
      firstSeed: 1,
    });
    expect(askings).toHaveLength(3 * ARTICLES);
    for (const { question, articleIds = [] } of askings) {
      expect(articleIds).toHaveLength(6);
      const articleId = `a${question.id.slice(1)}`;
      expect(question.kind).toBe(articleIds.includes(articleId) ? 'answerable' : 'outside');
      expect(question.gold).toHaveLength(question.kind === 'answerable' ? 1 : 0);
    }
    expect(new Set(askings.map(({ articleIds }) => articleIds?.join())).size).toBeGreaterThan(1);
  });
});

describe('askWithoutGold', () => {
  it('asks every answerable question where only its answering passage is hidden', async () => {
    const store = await openSet(articles);
    const askings = askWithoutGold([...questions, impossible], store);
    expect(askings).toHaveLength(ARTICLES);
    for (const asking of askings) {
      const articleId = `a${asking.question.id.slice(1)}`;
      expect(asking.question.gold).toEqual([]);
      const shelf = await asking.store.read([articleId]);
      expect(shelf.passage(`${articleId}#1`)).toBeUndefined();
      expect(shelf.passage(`${articleId}#2`)).toBeDefined();
      expect(shelf.article(articleId)).toBeDefined();
    }
  });
});

describe('withoutPassages', () => {
  it('finds, by words and by vector, the best k of the other passages', async () => {
    const store = await openSet(articles);
    const view = withoutPassages(store, ['a3#1']);
    const vector = vectorOf('a3#1');
    const ids = (hits: { passage: { id: string } }[]) => hits.map(({ passage }) => passage.id);
    expect(ids(await store.searchKeywords('ship 3', 2))).toContain('a3#1');
    expect(ids(await view.searchKeywords('ship 3', 2))).toEqual(
      ids(await store.searchKeywords('ship 3', 3)).filter((id) => id !== 'a3#1'),
    );
    expect(ids(await store.searchVectors(vector, 1))).toEqual(['a3#1']);
    expect(ids(await view.searchVectors(vector, 2))).toEqual(
      ids(await store.searchVectors(vector, 3)).slice(1),
    );
  });

  it('keeps the other passages at their places, and says nothing of the hidden one', async () => {
    const view = withoutPassages(await openSet(articles), ['a3#1']);
    const [hidden, other] = (await view.read(['a3'])).passagesOf('a3');
    expect(hidden).toMatchObject({ text: '', plain: '', sentences: [] });
    expect(other?.id).toBe('a3#2');
  });
});
