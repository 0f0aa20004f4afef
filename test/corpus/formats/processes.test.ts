import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FORMATS, formatOf } from '../../../src/corpus/formats/index.ts';
import { readCorpus } from '../../../src/corpus/index.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'formats-'));
});
afterEach(() => rm(dir, { recursive: true }));

it('reads every format in the processes that parse articles', async () => {
  const names = FORMATS.map(({ id }) => id);
  for (const name of names) {
    const files = await readdir(join(import.meta.dirname, name));
    const example = files.find((file) => formatOf(file) && !/golden|scan/.test(file)) as string;
    const ending = example.slice(example.lastIndexOf('.'));
    await copyFile(join(import.meta.dirname, name, example), join(dir, `${name}${ending}`));
  }
  await writeFile(join(dir, 'deep.html'), '<div>'.repeat(100_000));

  const limits = { maxArticleBytes: 5 * 2 ** 20, articleTimeoutMs: 60_000 };
  const { articles, skipped } = await readCorpus(dir, limits);
  expect(skipped.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^deep\.html: nests more than 500 elements/),
  ]);
  const read = articles.map(({ article }) => article.id.replace(/#.*/, ''));
  expect([...new Set(read)].sort()).toEqual([...names].sort());
}, 120_000);
