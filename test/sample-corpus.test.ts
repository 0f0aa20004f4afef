import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../src/corpus/index.ts';
import { type AnswerableQuestion, readQuestions } from '../src/evaluation/questions.ts';

const folder = fileURLToPath(new URL('../corpus', import.meta.url));
const { articles, skipped } = await readCorpus(folder, { maxArticleBytes: 1_000_000 });
const questions = readQuestions(`${folder}/questions.jsonl`);

const answerable = questions.filter(
  (question): question is AnswerableQuestion => question.answer !== null,
);
const kinds = questions.flatMap((question) => ('kind' in question ? question.kind : []));
const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));

describe('the sample articles', () => {
  it('are all read', () => {
    expect(skipped).toEqual([]);
  });

  it('are at least 14', () => {
    expect(articles.length).toBeGreaterThanOrEqual(14);
  });

  it('have ids and titles of their own', () => {
    for (const key of ['id', 'title'] as const) {
      const values = articles.map(({ article }) => article[key]);
      expect(values).toEqual([...new Set(values)]);
    }
  });

  it.each(articles)('$article.id has 300 to 900 words', ({ passages }) => {
    const count = passages.flatMap(({ plain }) => words(plain)).length;
    expect(count).toBeGreaterThanOrEqual(300);
    expect(count).toBeLessThanOrEqual(900);
  });

  it('point to addresses that belong to nobody', () => {
    const hosts = articles.flatMap(({ article }) =>
      [...article.text.matchAll(/https?:\/\/([^/\s)]+)/g)].map(([, host]) => host),
    );
    expect(hosts.filter((host) => !/(^|\.)example\.(org|com)$/.test(host ?? ''))).toEqual([]);
  });
});

describe('the sample questions', () => {
  it('are at least 90, of which 25 have no answer and 10 are near misses', () => {
    expect(questions.length).toBeGreaterThanOrEqual(90);
    expect(kinds.length).toBeGreaterThanOrEqual(25);
    expect(kinds.filter((kind) => kind === 'near-miss').length).toBeGreaterThanOrEqual(10);
  });

  it('are asked once each', () => {
    const asked = questions.map(({ question }) => question.toLowerCase());
    expect(asked).toEqual([...new Set(asked)]);
  });

  it('are asked of every article', () => {
    const asked = new Set(answerable.map(({ article }) => article));
    expect(articles.map(({ article }) => article.id).filter((id) => !asked.has(id))).toEqual([]);
  });

  it('are answered literally by the paragraphs they name', () => {
    const paragraphs = new Map(
      articles.flatMap(({ passages }) => passages.map(({ id, text }) => [id, text] as const)),
    );
    const wrong = answerable
      .flatMap(({ question, also = [], ...first }) =>
        [first, ...also].map((place) => ({ question, ...place })),
      )
      .filter(({ article, paragraph, answer }) => {
        const text = paragraphs.get(`${article}#${paragraph}`);
        return !text?.includes(answer);
      });
    expect(wrong).toEqual([]);
  });
});
