import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../../src/evaluation/compare.ts';
import { toJson } from '../../../src/evaluation/report/json.ts';
import { renderPage } from '../../../src/evaluation/report/page.ts';
import { renderTable } from '../../../src/evaluation/report/table.ts';
import { worstOutcomes } from '../../../src/evaluation/report/worst.ts';
import { summariseRun } from '../../../src/evaluation/run.ts';
import { outcome, wrong } from '../sample-outcome.ts';

const about = { set: 'ferry <b>', model: 'small', articles: 1, passages: 3, left: 0 };
const hostile = '<script>alert("x")</script>';
const run = await summariseRun(about, [
  ...Array.from({ length: 12 }, (_, n) => outcome({ id: `a${n}` })),
  wrong({ id: 'w', question: hostile, confidence: 0.8 }),
  outcome({ id: 'n', kind: 'outside', right: false, stages: null, confidence: 0.2, expected: [] }),
]);

describe('the JSON', () => {
  it('nests the figures by their paths', () => {
    expect(toJson(run)).toMatchObject({
      questions: 14,
      passages: 3,
      stages: { reranked: { 'recall@1': 12 / 13 } },
      quotes: { verbatim: 1 },
      abstention: { auroc: 1, refused_at_5: 1 },
      seconds: { total: 0.21 },
    });
  });
});

describe('the table', () => {
  it('fits 80 columns', async () => {
    for (const text of [renderTable(run), renderTable(run, await compareRuns(run, run))]) {
      expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    }
  });

  it('shows a figure with its margin, or with its difference from another run', async () => {
    expect(renderTable(run)).toMatch(/reranked +92\.3 ±\d+\.\d/);
    expect(renderTable(run, await compareRuns(run, run))).toMatch(/reranked +92\.3 \+0\.0/);
  });

  it('says when a run was broken off', () => {
    expect(renderTable({ ...run, left: 7 })).toContain('7 questions were not asked');
  });
});

describe('the page', () => {
  const page = renderPage(run);

  it('asks nothing of the network and runs no script', () => {
    expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(
      /https?:|<script|<link|@import|url\(/,
    );
  });

  it('shows what articles and questions hold as text', () => {
    expect(page).toContain('ferry &#60;b&#62;');
    expect(page).toContain('&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62;');
  });

  it('draws recall, risk and coverage, reliability, and both sides', () => {
    expect(page.match(/<svg [^>]*viewBox="0 0 540/g)).toHaveLength(4);
  });
});

describe('worstOutcomes', () => {
  it('begins with sure wrong answers, and ends with right ones', () => {
    const ids = worstOutcomes(run.outcomes, 3).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['w', 'n']);
  });

  it('names a question once', () => {
    const twice = [wrong(), wrong({ protocol: 'without-gold' })];
    expect(worstOutcomes(twice)).toHaveLength(1);
  });
});
