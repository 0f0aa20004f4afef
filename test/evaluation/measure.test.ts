import { describe, expect, it } from 'vitest';
import { measure, measureOnce } from '../../src/evaluation/measure.ts';
import type { Outcome } from '../../src/evaluation/outcome.ts';
import { outcome, wrong } from './sample-outcome.ts';

const missed: Partial<Outcome> = {
  status: 'missed',
  confidence: 0.1,
  right: false,
  stages: null,
  quotes: [],
};

describe('measure', () => {
  it('averages what the questions asked of the whole set came to', () => {
    const figures = measure([
      outcome(),
      wrong({ id: 'r' }),
      wrong({ id: 's', protocol: 'held-out' }),
    ]);
    expect(figures['stages.reranked.recall@1']).toBe(0.5);
    expect(figures['quotes.answer_shown']).toBe(0.5);
    expect(figures['quotes.references_covered']).toBeNull();
    expect(figures['quotes.characters']).toBe(14);
  });

  it('counts as verbatim the quotes of every question, however it was asked', () => {
    const [quote] = outcome().quotes;
    const false_ = { ...quote, verbatim: false } as NonNullable<typeof quote>;
    const figures = measure([outcome(), outcome({ protocol: 'held-out', quotes: [false_] })]);
    expect(figures['quotes.verbatim']).toBe(0.5);
  });

  it('takes articles held out, where there are any, as the main test of abstention', () => {
    const figures = measure([
      outcome(),
      outcome({ ...missed, id: 'i', kind: 'impossible', confidence: 1 }),
      outcome({ protocol: 'held-out', seed: 1 }),
      outcome({ ...missed, protocol: 'held-out', seed: 1, id: 'o', kind: 'outside' }),
    ]);
    expect(figures['abstention.auroc']).toBe(1);
    expect(figures['abstention.tests.held_out.auroc']).toBe(1);
    expect(figures['abstention.tests.impossible.auroc']).toBe(0);
    expect(figures).not.toHaveProperty('abstention.tests.near_miss.auroc');
  });

  it('compares passages removed with the same questions asked of the whole set', () => {
    const figures = measure([
      outcome({ confidence: 0.5 }),
      outcome({ ...missed, protocol: 'without-gold', kind: 'near-miss', confidence: 0.6 }),
    ]);
    expect(figures['abstention.tests.without_gold.auroc']).toBe(0);
  });

  it('measures calibration also where every question can be answered', () => {
    const figures = measure([outcome({ confidence: 0.7 })]);
    expect(figures['abstention.calibration_error']).toBeCloseTo(0.3, 12);
    expect(figures['abstention.auroc']).toBeNull();
  });

  it('tells for every kind of question what was replied', () => {
    const figures = measure([outcome(), outcome({ ...missed, kind: 'near-miss' })]);
    expect(figures['status.answerable.answered']).toBe(1);
    expect(figures['status.near_miss.missed']).toBe(1);
  });
});

it('tells how many right first quotes carry a doubt', () => {
  const figures = measure([
    outcome(),
    outcome({ status: 'near' }),
    outcome({ status: 'likely' }),
    outcome({ status: 'likely' }),
    wrong({ status: 'near' }),
    outcome({ status: 'near', kind: 'near-miss' }),
  ]);
  expect(figures['doubt.likely']).toBe(0.5);
  expect(figures['doubt.near']).toBe(0.25);
});

describe('measureOnce', () => {
  it('gives median and p95 seconds and the longest quote', () => {
    const seconds = (total: number) => outcome({ seconds: { ...outcome().seconds, total } });
    const figures = measureOnce([seconds(1), seconds(2), seconds(3)]);
    expect(figures['seconds.total']).toBe(2);
    expect(figures['seconds.total_p95']).toBeCloseTo(2.9, 12);
    expect(figures['quotes.longest']).toBe(14);
  });
});

it('tells what becomes of questions whose answers were taken away, apart from the others', () => {
  const figures = measure([
    outcome(),
    outcome({ ...missed, protocol: 'without-gold', kind: 'near-miss' }),
    outcome({ protocol: 'without-gold', kind: 'near-miss', id: 'r' }),
    outcome({ protocol: 'held-out', id: 's' }),
    outcome({ ...missed, protocol: 'held-out', kind: 'outside', id: 't' }),
  ]);
  expect(figures['status.answerable.answered']).toBe(1);
  expect(figures['status.without_gold.answered']).toBe(0.5);
  expect(figures['status.held_out.missed']).toBe(1);
});

it('tells for each status how many of the first quotes of answerable questions are right', () => {
  const figures = measure([
    outcome(),
    wrong({ id: 'r' }),
    outcome({ id: 's', status: 'likely' }),
    outcome({ id: 't', kind: 'impossible', right: false, stages: null }),
  ]);
  expect(figures['precision.answered']).toBe(0.5);
  expect(figures['precision.likely']).toBe(1);
  expect(figures['precision.near']).toBeNull();
});
