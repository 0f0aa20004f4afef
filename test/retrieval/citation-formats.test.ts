import { describe, expect, it } from 'vitest';
import { citationFormats } from '../../src/retrieval/citation-formats.ts';

const LAMP = {
  id: '2021/lamp',
  title: 'The lamp on Crane Point',
  authors: ['Ada Moss', 'Ben Okafor'],
  date: '2021-06-04',
  url: 'https://example.org/lamp?a=1&b=50%25',
};
type Change = Partial<{ [Key in keyof typeof LAMP]: (typeof LAMP)[Key] | null }>;
const of = (change: Change = {}) => citationFormats({ ...LAMP, ...change } as typeof LAMP);

describe('APA', () => {
  it.each<[string, Change, string]>([
    [
      'two authors',
      {},
      'Moss, A., & Okafor, B. (2021, June 4). The lamp on Crane Point. https://example.org/lamp?a=1&b=50%25',
    ],
    ['no author', { authors: [], url: null }, 'The lamp on Crane Point. (2021, June 4).'],
    [
      'no date',
      { authors: ['Ada Moss'], date: null, url: null },
      'Moss, A. (n.d.). The lamp on Crane Point.',
    ],
    [
      'a title that asks',
      { authors: [], title: 'Who kept it?', url: null },
      'Who kept it? (2021, June 4).',
    ],
    [
      'a body, a particle, a double name',
      { authors: ['Office for Civil Protection', 'Jan van der Berg', 'Jean-Paul Roi'], url: null },
      'Office for Civil Protection, van der Berg, J., & Roi, J.-P. (2021, June 4). The lamp on Crane Point.',
    ],
    [
      'a name that is turned around already, and one alone',
      { authors: ['Moss, Ada Jane', 'Plato'], url: null },
      'Moss, A. J., & Plato. (2021, June 4). The lamp on Crane Point.',
    ],
  ])('%s', (_, change, expected) => {
    expect(of(change).apa).toBe(expected);
  });

  it('leaves out those between the nineteenth and the last of more than twenty authors', () => {
    const authors = Array.from(
      { length: 25 },
      (_, place) => `Ann A${String.fromCharCode(97 + place)}`,
    );
    const { apa } = of({ authors });
    expect(apa).toContain('As, A., … Ay, A. (2021');
    expect(apa).not.toContain('At, A.');
  });
});

describe('MLA', () => {
  it.each<[string, Change, string]>([
    [
      'two authors',
      {},
      'Moss, Ada, and Ben Okafor. “The lamp on Crane Point.” 4 June 2021, example.org/lamp?a=1&b=50%25.',
    ],
    [
      'one',
      { authors: ['Ada Moss'], url: null },
      'Moss, Ada. “The lamp on Crane Point.” 4 June 2021.',
    ],
    [
      'three',
      { authors: ['Ada Moss', 'B. C.', 'D. E.'], url: null },
      'Moss, Ada, et al. “The lamp on Crane Point.” 4 June 2021.',
    ],
    ['no author and no date', { authors: [], date: null, url: null }, '“The lamp on Crane Point.”'],
    [
      'a short month',
      { authors: [], date: '2021-09-30', url: null },
      '“The lamp on Crane Point.” 30 Sept. 2021.',
    ],
  ])('%s', (_, change, expected) => {
    expect(of(change).mla).toBe(expected);
  });
});

describe('BibTeX', () => {
  it('has the fields that are known', () => {
    expect(of().bibtex).toBe(
      [
        '@misc{moss2021lamp,',
        '  author = {Moss, Ada and Okafor, Ben},',
        '  title = {{The lamp on Crane Point}},',
        '  year = {2021},',
        '  month = jun,',
        '  day = {4},',
        '  url = {https://example.org/lamp?a=1&b=50%25}',
        '}',
      ].join('\n'),
    );
    expect(of({ authors: [], date: null, url: null }).bibtex).toBe(
      '@misc{lamp,\n  title = {{The lamp on Crane Point}}\n}',
    );
  });

  it('takes the meaning from special characters, and keeps the name of a body together', () => {
    const { bibtex } = of({ title: '50% & {more} \\x #1_a~b^c $', authors: ['Salt & Sons'] });
    expect(bibtex).toContain(
      'title = {{50\\% \\& \\{more\\} \\textbackslash{}x \\#1\\_a\\textasciitilde{}b\\textasciicircum{}c \\$}}',
    );
    expect(bibtex).toContain('author = {{Salt \\& Sons}}');
  });

  it('has a key of plain letters whatever the title is written in', () => {
    expect(of({ title: 'Überflutung', authors: ['Zoë Ångström'] }).bibtex).toMatch(
      /^@misc\{angstrom2021uberflutung,/,
    );
    expect(of({ title: '洪水', authors: [], date: null }).bibtex).toMatch(/^@misc\{2021lamp,/);
  });
});
