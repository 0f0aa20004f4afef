import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../src/discord/find/catalogue.ts';
import { daysOf } from '../../../src/discord/find/date-range.ts';
import { libraryOf } from '../library.ts';

const SUBJECTS = ['Harbour', 'Library', 'Railway', 'Theatre', 'Hospital', 'Stadium', 'Market'];
const library = libraryOf(
  Array.from({ length: 5_000 }, (_, i) => ({
    id: `a/${i}`,
    text: 'Text.',
    title: `${SUBJECTS[i % SUBJECTS.length]} report number ${i}`,
    authors: [`Author Nr${i % 300}`],
    date: `20${10 + (i % 16)}-0${1 + (i % 9)}-1${i % 9}`,
    tags: [`tag-${i % 40}`],
  })),
);

describe('catalogueOf', () => {
  it.each([
    '',
    'harbur reprt',
    'nr77',
    '2019-03',
    'x'.repeat(6_000),
    'a '.repeat(3_000),
    '\u0000',
  ])('completes among 5,000 articles in less than 50 ms (%#)', (typed) => {
    const catalogue = catalogueOf(library);
    const choices = catalogue.complete(typed);
    // The best of a few: a busy machine may halt any of them.
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      catalogue.complete(typed);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(50);
    expect(choices.length).toBeLessThanOrEqual(25);
    for (const { name, value } of choices) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(value.length).toBeLessThanOrEqual(100);
    }
  });

  it('finds what was chosen, what was typed in full, and what was typed with a slip', () => {
    const catalogue = catalogueOf(library);
    const [choice] = catalogue.complete('theatre 3 4003');
    expect(catalogue.resolve(choice?.value ?? '')?.id).toBeDefined();
    expect(catalogue.resolve('a/17')?.id).toBe('a/17');
    expect(catalogue.resolve('Railway report number 2')?.id).toBe('a/2');
    expect(catalogue.resolve('railwy report 2')?.title).toContain('Railway');
    expect(catalogue.resolve('qqqqqqq')).toBeUndefined();
    expect(catalogue.resolve('article:forged00')).toBeUndefined();
    expect(catalogue.resolve(' ')).toBeUndefined();
  });

  it('completes and resolves authors and tags', () => {
    const { authors, tags } = catalogueOf(library);
    expect(authors.resolve('author nr12')).toBe('Author Nr12');
    expect(tags.complete('tag-3').map(({ value }) => value)).toContain('tag-39');
    expect(tags.resolve('none')).toBeUndefined();
  });
});

describe('daysOf', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-3-1', '2025-03-01', '2025-03-01'],
  ])('%s is from %s to %s', (written, first, last) => {
    expect(daysOf(written)).toEqual({ first, last });
  });

  it.each([
    '',
    'soon',
    '2025-13',
    '2025-02-30',
    '25-01-01',
    '2025-01-01T00:00',
  ])('%j is no date', (written) => expect(daysOf(written)).toBeUndefined());
});
