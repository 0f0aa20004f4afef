import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import { ArticleError } from '../../src/errors.ts';

const parse = (yaml: string) =>
  parseArticle('a.md', Buffer.from(`---\n${yaml}\n---\n# Heading\n\nText.\n`)).article;

function failure(text: string): string {
  try {
    parseArticle('a.md', Buffer.from(text));
  } catch (error) {
    expect(error).toBeInstanceOf(ArticleError);
    expect((error as ArticleError).message).not.toContain('\n');
    return (error as ArticleError).message;
  }
  throw new Error('was accepted');
}

describe('front matter', () => {
  it('gives all that is known of an article', () => {
    const yaml = `title: "The Flood"
authors: [Ann Lee, Bo Chan]
date: 2025-03-03
url: https://example.org/flood
tags: [water, town]
language: en-gb
draft: true`;
    expect(parse(yaml)).toMatchObject({
      title: 'The Flood',
      authors: ['Ann Lee', 'Bo Chan'],
      date: '2025-03-03',
      url: 'https://example.org/flood',
      tags: ['water', 'town'],
      language: 'en-GB',
    });
  });

  it.each([
    ['one author', 'author: Ann Lee', ['Ann Lee']],
    [
      'several authors in one text',
      'authors: Ann Lee, Bo Chan and Cy Diaz',
      ['Ann Lee', 'Bo Chan', 'Cy Diaz'],
    ],
    ['a name with a suffix', 'author: Martin Luther King, Jr.', ['Martin Luther King, Jr.']],
    [
      'a list in which a name has a comma',
      'authors:\n  - King, Martin Luther',
      ['King, Martin Luther'],
    ],
  ])('takes %s', (_title, yaml, authors) => {
    expect(parse(yaml).authors).toEqual(authors);
  });

  it.each([
    ['2025-03-03', '2025-03-03'],
    ['"2025-03-03"', '2025-03-03'],
    ['2025-03-03T23:30:00-05:00', '2025-03-03'],
    ['2025-03-03 10:00', '2025-03-03'],
    ['2024-02-29', '2024-02-29'],
    ['', null],
    ['null', null],
  ])('takes the date %s as the calendar date that it names', (written, date) => {
    expect(parse(`date: ${written}`).date).toBe(date);
  });

  it('splits tags at commas', () => {
    expect(parse('tags: water, the town, water').tags).toEqual(['water', 'the town']);
  });

  it('takes a title that looks like a number as it is written', () => {
    expect(parse('title: 007').title).toBe('007');
  });

  it('may be empty', () => {
    expect(parse('# nothing yet').title).toBe('Heading');
  });

  it('may have Windows line ends and a byte order mark before it', () => {
    const bytes = Buffer.from('\ufeff---\r\ntitle: Flood\r\n---\r\n\r\nText.\r\n');
    const { article, passages } = parseArticle('a.md', bytes);
    expect(article.title).toBe('Flood');
    expect(article.text.startsWith('---\r\n')).toBe(true);
    expect(passages[0]?.text).toBe('Text.');
  });

  it.each([
    ['date: 2025-02-30', ['date', '"2025-02-30"', '2025-03-31']],
    ['date: yesterday', ['date', '"yesterday"']],
    ['date: 2025', ['date', '"2025"']],
    ['url: example.org', ['url', '"example.org"', 'https://']],
    ['url: "javascript:alert(1)"', ['url', 'https://']],
    ['url: ftp://example.org/a', ['url', 'ftp']],
    ['language: english please', ['language', 'BCP 47', 'pt-BR']],
    ['language: en_US', ['language', '"en_US"']],
    ['title: [a, b]', ['title', '["a","b"]', 'text']],
    ['authors: {name: Ann}', ['authors', 'list of names']],
    ['tags: {a: b}', ['tags', 'commas']],
    ['tags: [[a]]', ['tags', 'commas']],
    ['title: &a [*a]', ['title', 'holds itself', 'text']],
    [`language: en${'-abcde'.repeat(50)}`, ['language', 'BCP 47']],
    [`url: https://a.b/${'c'.repeat(2_000)}`, ['url', 'https://']],
  ])('leaves "%s" out, says why, and keeps the article with its other fields', (yaml, parts) => {
    const { article, passages, warnings } = parseArticle(
      'a.md',
      Buffer.from(`---\n${yaml}\nauthor: Ann Lee\n---\n# Heading\n\nText.\n`),
    );
    expect(passages.map(({ plain }) => plain)).toEqual(['Text.']);
    expect(article).toMatchObject({ title: 'Heading', date: null, url: null, tags: [] });
    if (!yaml.startsWith('authors')) expect(article.authors).toEqual(['Ann Lee']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).not.toContain('\n');
    for (const part of ['front matter', ...parts]) expect(warnings[0]).toContain(part);
  });

  it.each([
    ['keys of keys', `${'? '.repeat(490)}a`, '16 levels'],
    ['lists of lists', `${'- '.repeat(40)}a`, '16 levels'],
    ['brackets', `a: ${'['.repeat(490)}`, '16 levels'],
    [
      'fields of fields',
      Array.from({ length: 20 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      '16 levels',
    ],
    ['a book', `text: ${'word '.repeat(4_000)}`, '16384 characters'],
  ])('refuses %s before the parser is at it for hours', (_title, yaml, reason) => {
    expect(failure(`---\n${yaml}\n---\n\nText.\n`)).toContain(reason);
  });

  it('may nest as much as anybody writes', () => {
    const yaml = 'title: Flood [1] {2}\na:\n  - b:\n      - c: [{ d: [e] }]\n        f: - g\n';
    expect(parse(yaml.replace('f: - g', 'f: "- g"')).title).toBe('Flood [1] {2}');
  });

  it('refuses broken YAML and names the line of the file', () => {
    expect(failure('---\ntitle: Flood\ntags: [a, b\nurl: "x\n---\n\nText.\n')).toMatch(
      /line [345]/,
    );
    expect(failure('---\ntitle: a\ntitle: b\n---\n\nText.\n')).toContain('line 3');
  });

  it('refuses a list or a text where fields should be', () => {
    expect(failure('---\n- a\n- b\n---\n\nText.\n')).toContain('fields');
    expect(failure('---\njust text\n---\n\nText.\n')).toContain('fields');
  });

  it('refuses fields that no line of dashes ends', () => {
    expect(failure('---\ntitle: Flood\n\nText.\n')).toContain('"---"');
  });
});

describe('front matter in TOML', () => {
  const read = (toml: string) =>
    parseArticle('a.md', Buffer.from(`+++\n${toml}\n+++\n# Heading\n\nText.\n`));

  it('gives what front matter in YAML does', () => {
    const { article, passages, warnings } = read(
      'title = "The flood"\nauthors = ["A. Writer", "B. Writer"]\ndate = 2025-03-03T08:00:00Z\nurl = "https://example.org/flood"\ntags = ["water"]\nlanguage = "en"\nweight = 7\n[params]\ntoc = true',
    );
    expect(article).toMatchObject({
      title: 'The flood',
      authors: ['A. Writer', 'B. Writer'],
      date: '2025-03-03',
      url: 'https://example.org/flood',
      tags: ['water'],
      language: 'en',
    });
    expect(passages.map(({ text }) => text)).toEqual(['Text.']);
    expect(warnings).toEqual([]);
  });

  it('may give a day or a number as such', () => {
    expect(read('title = 1984\ndate = 2025-03-03').article).toMatchObject({
      title: '1984',
      date: '2025-03-03',
    });
  });

  it.each([
    ['broken', 'title = "a\ndate = 1', /^a\.md: front matter is no TOML: line 2: /],
    [
      'that names a field twice',
      'title = "a"\ntitle = "b"',
      /^a\.md: front matter is no TOML: line 3: /,
    ],
    ['brackets in each other without end', `a = ${'['.repeat(5_000)}`, /front matter is no TOML/],
    ['longer than a page', `a = "${'x'.repeat(20_000)}"`, /more than 16384 characters/],
  ])('is refused when it is %s', (_what, toml, line) => {
    expect(() => read(toml)).toThrow(line);
  });

  it('is refused when no line ends it', () => {
    expect(() => parseArticle('a.md', Buffer.from('+++\ntitle = "a"\n\nText.'))).toThrow(
      'front matter begins in line 1 but no line "+++" ends it',
    );
  });

  it('names a field that is wrong', () => {
    expect(read('date = "yesterday"').warnings).toEqual([
      expect.stringMatching(/^front matter: date: "yesterday" must be a day/),
    ]);
  });
});
