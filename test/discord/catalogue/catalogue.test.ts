import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/discord/catalogue/catalogue.ts';
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

describe('createCatalogue', () => {
  it.each([
    '',
    'harbur reprt',
    'nr77',
    '2019-03',
    'x'.repeat(6_000),
    'a '.repeat(3_000),
    '\u0000',
  ])('completes among 5,000 articles in less than 100 ms (%#)', (typed) => {
    const catalogue = createCatalogue(library);
    let choices = catalogue.complete(typed);
    // The quickest of some runs: a busy machine is no slow search.
    const took = Array.from({ length: 5 }, () => {
      const started = performance.now();
      choices = catalogue.complete(typed);
      return performance.now() - started;
    });
    expect(Math.min(...took)).toBeLessThan(100);
    expect(choices.length).toBeLessThanOrEqual(25);
    for (const { name, value } of choices) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(value.length).toBeLessThanOrEqual(100);
    }
  });

  it('finds what was chosen, what was typed in full, and what was typed with a slip', () => {
    const catalogue = createCatalogue(library);
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
    const { authors, tags } = createCatalogue(library);
    expect(authors.resolve('author nr12')).toBe('Author Nr12');
    expect(tags.complete('tag-3').map(({ value }) => value)).toContain('tag-39');
    expect(tags.resolve('none')).toBeUndefined();
  });
});

describe('what is offered while somebody types', () => {
  const few = createCatalogue(
    libraryOf([
      {
        id: 'flood/report',
        title: 'The night of the Évora flood',
        authors: ['Núria Öz'],
        date: '2024-03-12',
        tags: ['wasser'],
        text: 'One.',
      },
      {
        id: 'flood/answer',
        title: 'What the water left',
        authors: ['Odile Ferrand'],
        date: '2023-11-26',
        tags: ['residents'],
        text: 'One.',
      },
      {
        id: 'games/patch',
        title: 'Low tide',
        authors: ['Studio'],
        date: '2025-04-24',
        tags: ['patch-notes'],
        text: 'One.',
      },
      {
        id: 'games/history',
        title: 'A guild and its residents',
        authors: ['Brinewick'],
        date: '2025-06-01',
        tags: ['guild'],
        text: 'One.',
      },
    ]),
  );
  it.each([
    ['a title', 'water left', ['What the water left']],
    ['a title without its accents and capitals', 'evora', ['The night of the Évora flood']],
    ['an author without accents', 'nuria oz', ['The night of the Évora flood']],
    ['a tag', 'wasser', ['The night of the Évora flood']],
    ['a part of a tag', 'notes', ['Low tide']],
    ['a folder', 'games', ['A guild and its residents', 'Low tide']],
    ['a path', 'flood/answer', ['What the water left']],
    ['a year', '2023', ['What the water left']],
    ['a month', '2025-04', ['Low tide']],
    ['a month by its name', 'march 2024', ['The night of the Évora flood']],
    ['a month by its name in another language', 'märz 2024', ['The night of the Évora flood']],
    ['the beginning of a title before other places', 'what the', ['What the water left']],
    ['a title before a tag', 'residents', ['A guild and its residents', 'What the water left']],
  ])('is found by %s', (_, typed, titles) => {
    const found = few.complete(typed).map(({ name }) => name.split(' – ')[0]);
    expect(found.slice(0, titles.length)).toEqual(titles);
  });

  it('authors and tags are found without accents and case', () => {
    expect(few.authors.resolve('nuria oz')).toBe('Núria Öz');
    expect(few.tags.complete('WASS').map(({ name }) => name)).toEqual(['wasser']);
  });
});
