import { rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { knownFiles, readChangedCorpus, recordFiles } from '../../src/corpus/index.ts';
import { newFolder, put } from '../indexing/support.ts';

const LIMITS = { maxArticleBytes: 2 ** 20 };
/** Longer ago than file systems are exact. */
const LONG_AGO = new Date(Date.now() - 60_000);

const ROWS = 'title,text\nA dam,The dam was built by forty people.\nA bull,\n';
let dir: string;
beforeEach(async () => {
  dir = await newFolder({
    'cow.md': '# A cow\n\nThe cow has eaten the grass.\n',
    'news.csv': ROWS,
    'when.md': '---\ndate: someday\n---\n\nNobody knows when this was written.\n',
  });
  for (const file of ['cow.md', 'news.csv', 'when.md']) {
    await utimes(join(dir, file), LONG_AGO, LONG_AGO);
  }
});

const read = (kept?: string, limits = LIMITS) =>
  readChangedCorpus(dir, limits, Promise.resolve(knownFiles(kept, limits, () => true)));

/** The names of the articles that were read, and of those that were kept. */
function told({ articles }: Awaited<ReturnType<typeof read>>) {
  const isRead = (each: (typeof articles)[number]) => 'passages' in each;
  const name = (each: (typeof articles)[number]) =>
    'passages' in each ? each.article.file : each.file;
  return {
    read: articles.filter(isRead).map(name),
    kept: articles.filter((each) => !isRead(each)).map(name),
  };
}

describe('a corpus that was read before', () => {
  it('is read again but for the files that are as they were', async () => {
    const first = await read();
    expect(told(first)).toEqual({ read: ['cow.md', 'news.csv#1', 'when.md'], kept: [] });
    await put(dir, { 'cow.md': '# A cow\n\nThe cow has eaten the hedge.\n' });
    const again = await read(recordFiles(first.files, LIMITS));
    expect(told(again)).toEqual({ read: ['cow.md'], kept: ['news.csv#1', 'when.md'] });
    expect(again.hash).not.toBe(first.hash);
  });

  it('has the same hash, and says again what was left out of it', async () => {
    const first = await read();
    const again = await read(recordFiles(first.files, LIMITS));
    expect(told(again).read).toEqual([]);
    expect(first.skipped.map(({ file }) => file)).toEqual(['news.csv#2']);
    expect(first.warnings.map(({ file }) => file)).toEqual(['when.md']);
    for (const what of ['hash', 'skipped', 'warnings', 'files'] as const) {
      expect(again[what]).toEqual(first[what]);
    }
  });

  it('keeps a file that was written again with the same content', async () => {
    const kept = recordFiles((await read()).files, LIMITS);
    await put(dir, { 'news.csv': ROWS });
    expect(told(await read(kept)).read).toEqual([]);
  });

  it.each([
    ['written to', (path: string, text: string) => writeFile(path, text)],
    [
      'put in its place',
      async (path: string, text: string) => {
        await writeFile(`${path}.new`, text);
        await rename(`${path}.new`, path);
      },
    ],
  ])('notices a file of the same size and time that was %s', async (_, change) => {
    const kept = recordFiles((await read()).files, LIMITS);
    const path = join(dir, 'cow.md');
    const { size } = await stat(path);
    await change(path, '# A cow\n\nThe cow has eaten the hedge.\n');
    await utimes(path, LONG_AGO, LONG_AGO);
    expect((await stat(path)).size).toBe(size);
    expect(told(await read(kept)).read).toEqual(['cow.md']);
  });

  it('leaves out a known file that is too large by now', async () => {
    const kept = recordFiles((await read()).files, LIMITS);
    const { skipped } = await read(kept, { maxArticleBytes: 50 });
    expect(skipped.map(({ file }) => file)).toEqual(['news.csv', 'when.md']);
  });

  it('is read as a whole where other limits held, or its articles are not there', async () => {
    const kept = recordFiles((await read()).files, LIMITS);
    expect(knownFiles(kept, LIMITS, () => true).size).toBe(3);
    expect(knownFiles(kept, { ...LIMITS, articleTimeoutMs: 9_000 }, () => true).size).toBe(0);
    const withoutCow = knownFiles(kept, LIMITS, (id) => id !== 'cow');
    expect([...withoutCow.keys()]).toEqual(['news.csv', 'when.md']);
    expect(knownFiles('{}', LIMITS, () => true).size).toBe(0);
  });
});
