import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS, formatOf } from '../../../src/corpus/formats/index.ts';
import type { ArticleReading } from '../../../src/corpus/parse-article.ts';
import { parseFile } from '../../../src/corpus/parse-file.ts';
import { ArticleError, ArticleFaultError } from '../../../src/errors.ts';
import type { Article } from '../../../src/passage.ts';
import { expectInvariants } from '../invariants.ts';
import { wordF1 } from './likeness.ts';

/** What a file says, told by the person who wrote it: the other half of each golden pair. */
interface Golden extends Pick<Article, 'title' | 'authors' | 'date' | 'url' | 'language'> {
  /** The passages that a careful reader would keep. */
  passages: string[];
}

export interface Contract {
  /** Name of the folder with the golden pairs. */
  format: string;
  /** Each file's words are at least so like those of its golden pair; see {@link wordF1}. */
  minF1: number;
  /** Content that cannot be used, and what a person is told. */
  broken: readonly [what: string, content: () => Buffer, line: RegExp][];
}

/** What every format must keep, over the golden pairs in the folder of its name. */
export function describeFormat({ format, minF1, broken }: Contract): void {
  const dir = join(import.meta.dirname, format);
  const files = readdirSync(dir).filter((file) => formatOf(file) && hasGolden(dir, file));
  const read = (file: string) => parseFile(file, readFileSync(join(dir, file)));
  const ending = extname(files[0] as string);

  describe.each(files)(`${format}: %s`, (file) => {
    it('gives what is in its golden pair', async () => {
      const { articles, unusable } = await read(file);
      expect(unusable).toEqual([]);
      const expected = goldenOf(dir, file);
      expect(articles).toHaveLength(expected.length);
      for (const [index, golden] of expected.entries()) {
        expectLike(articles[index] as ArticleReading, golden, minF1);
      }
    });

    it('is quoted verbatim, in order, under stable ids', async () => {
      const first = await read(file);
      expect(first.articles.length).toBeGreaterThan(0);
      for (const article of first.articles) expectInvariants(article);
      const ids = first.articles.map(({ article }) => article.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id.split('#')[0]).toBe(basename(file, extname(file)));
      expect(await read(file)).toEqual(first);
    });

    it('is detected, as no other format that is no text', () => {
      const bytes = readFileSync(join(dir, file));
      const detected = FORMATS.filter((other) => other.detect(bytes));
      expect(detected).toContain(formatOf(file));
      const others = detected.filter((other) => other !== formatOf(file));
      for (const other of others) expect(other.kind === 'text' || !other.isCertain).toBe(true);
    });
  });

  describe(`${format}: a file that cannot be used`, () => {
    it.each([
      ['nothing', () => Buffer.alloc(0), /^is empty$/] as const,
      ...broken,
    ])('is told in one line: %s', async (_what, content, line) => {
      const error = await parseFile(`bad${ending}`, content()).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ArticleError);
      expect(error).not.toBeInstanceOf(ArticleFaultError);
      const { file, reason } = error as ArticleError;
      expect(file).toBe(`bad${ending}`);
      expect(reason).toMatch(line);
      expect(reason).not.toMatch(/[\r\n]/);
      expect(reason.length).toBeLessThan(200);
    });
  });
}

function hasGolden(dir: string, file: string): boolean {
  return !file.endsWith('.golden.json') && existsSync(join(dir, goldenName(file)));
}

const goldenName = (file: string) => `${basename(file, extname(file))}.golden.json`;

function goldenOf(dir: string, file: string): Golden[] {
  const golden: Golden | Golden[] = JSON.parse(readFileSync(join(dir, goldenName(file)), 'utf8'));
  return Array.isArray(golden) ? golden : [golden];
}

function expectLike({ article, passages }: ArticleReading, golden: Golden, minF1: number): void {
  const { passages: expected, ...fields } = golden;
  expect(article).toMatchObject(fields);
  const found = passages.map(({ text }) => text);
  expect(wordF1(expected.join('\n'), found.join('\n'))).toBeGreaterThanOrEqual(minF1);
}
