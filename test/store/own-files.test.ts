import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockIndex, openStore, replaceCorpus } from '../../src/store/index.ts';
import { model, numberedCorpus } from './corpora.ts';
import { temporaryFolder } from './folders.ts';

const GENERATION = '20240517T120000000Z-0123abcd';

/** Writes files with their own names as content. */
async function put(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), path);
  }
}

describe('a folder that is to hold an index', () => {
  test.each([
    ['a file', 'notes.md', 'notes.md'],
    ['a folder called generations with articles', 'generations/first.md', 'generations/first.md'],
    ['a folder among the generations', 'generations/1999/a.txt', 'generations/1999'],
    [
      'a file in what looks like a generation',
      `generations/${GENERATION}/a.md`,
      `generations/${GENERATION}/a.md`,
    ],
    ['a temporary file of another program', 'report.tmp', 'report.tmp'],
    ['a manifest of something else', 'manifest.json', 'manifest.json'],
    ['a file among the locks', 'locks/door.json', 'locks/door.json'],
  ])('is refused when it holds %s, and nothing in it is touched', async (_, file, named) => {
    const folder = await temporaryFolder();
    await put(folder, [file]);
    await expect(replaceCorpus(folder, numberedCorpus(0))).rejects.toMatchObject({
      name: 'IndexError',
      code: 'foreign',
      message: `The folder ${folder} holds ${named}, which is no part of an index: set INDEX_DIR to a folder of its own.`,
    });
    expect(await readFile(join(folder, file), 'utf8')).toBe(file);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('is marked before anything else is in it', async () => {
    const folder = join(await temporaryFolder(), 'new', 'index');
    const lock = await lockIndex(folder);
    await lock.release();
    expect((await readdir(folder)).sort()).toEqual(['.pullquote-index', 'locks']);
  });

  test('is gone on with when it holds an index from before there was a mark', async () => {
    const folder = await temporaryFolder();
    const { generation } = await replaceCorpus(folder, numberedCorpus(0));
    await rm(join(folder, '.pullquote-index'));
    await rm(join(folder, 'generations', generation, 'manifest.json'));
    expect((await openStore(folder, { model })).manifest.generation).toBe(generation);
    await replaceCorpus(folder, numberedCorpus(1));
    expect(await readdir(folder)).toContain('.pullquote-index');
    expect((await openStore(folder, { model })).manifest.corpusHash).toBe('number 1');
  });
});

describe('what others put beside an index', () => {
  test('survives every build', async () => {
    const folder = await temporaryFolder();
    const { generation } = await replaceCorpus(folder, numberedCorpus(0));
    const elsewhere = await temporaryFolder();
    await put(elsewhere, ['vectors.bin']);
    const foreign = [
      'notes.md',
      'manifest.json.backup.tmp',
      'generations/readme.md',
      'generations/my-own/vectors.bin',
      `generations/${generation}/notes.md`,
      'locks/door.txt',
      'locks/old.json.tmp',
    ];
    await put(folder, foreign);
    await symlink(elsewhere, join(folder, 'generations', '20200101T000000000Z-0123abcd'));
    for (let i = 1; i <= 4; i++) await replaceCorpus(folder, numberedCorpus(i));
    for (const file of foreign) expect(await readFile(join(folder, file), 'utf8')).toBe(file);
    expect(await readdir(elsewhere)).toEqual(['vectors.bin']);
    expect(await readdir(join(folder, 'generations', generation))).toEqual(['notes.md']);
  });
});
