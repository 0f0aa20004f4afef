import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { SHORT } from '../../src/benchmark/effort.ts';
import type { BenchmarkRun } from '../../src/benchmark/measurement.ts';
import { renderPage } from '../../src/benchmark/report/page.ts';
import { renderTable } from '../../src/benchmark/report/table.ts';

const TIME = { scenario: 'dense-search', figure: 'time', unit: 'ms' } as const;
const DISK = { scenario: 'sizes', figure: 'disk', unit: 'bytes a passage' } as const;
const [SMALL, LARGE] = [
  { column: '1000', passages: 1_000 },
  { column: '50000', passages: 50_000 },
];

const RUN: BenchmarkRun = {
  createdAt: '2026-11-24T18:00:00.000Z',
  machine: '2 cores',
  effort: SHORT,
  measurements: [
    { ...TIME, ...SMALL, system: 'pullquote', samples: Array.from({ length: 20 }, () => 4) },
    { ...TIME, ...SMALL, system: 'vectra-json', samples: [10] },
    { ...TIME, ...LARGE, system: 'pullquote', samples: [200] },
    {
      ...TIME,
      ...LARGE,
      system: 'vectra-json',
      samples: [],
      note: "more than V8's longest string",
    },
    { ...DISK, ...SMALL, system: 'pullquote', samples: [6_300] },
  ],
  left: ['askers'],
  seconds: { 'dense-search': 12, sizes: 3 },
};

describe('the table of a benchmark', () => {
  const table = renderTable(RUN);

  it('shows sizes first, then times as median, p95 and multiple of ours', () => {
    expect(table.indexOf('Index on disk')).toBeLessThan(table.indexOf('Dense search'));
    expect(table).toMatch(/Pullquote +4\.0 \/ 4\.0 +200/);
    expect(table).toMatch(/vectra, JSON +10 2\.5×/);
  });

  it('says of what could not be measured why', () => {
    expect(table).toMatch(/vectra, JSON .*–¹\n +¹ more than V8's longest string/);
  });

  it('says what is missing from a run that was broken off', () => {
    expect(table).toContain('Broken off: not or not wholly measured were askers.');
  });
});

describe('the page of a benchmark', () => {
  const { document } = parseHTML(renderPage(RUN));

  it('plots what was measured at several sizes, and nothing else', () => {
    const titles = [...document.querySelectorAll('.pictures h2')].map((title) => title.textContent);
    expect(titles).toEqual(['Dense search, the nearest 100']);
    expect(document.querySelectorAll('.pictures circle')).toHaveLength(3);
  });

  it('has every figure in a table too', () => {
    expect(document.querySelectorAll('table')).toHaveLength(2);
    expect(document.querySelector('main')?.textContent).toContain("more than V8's longest string");
  });

  it('needs nothing from outside', () => {
    expect(document.querySelector('script, link, img, [src]')).toBeNull();
    expect(document.toString()).not.toContain('@import');
  });
});
