import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLastGood, openRemains, replaceCorpus } from '../../src/store/index.ts';
import { model, numberedCorpus } from './corpora.ts';
import { temporaryFolder } from './folders.ts';

/** An index whose generations hold the corpora 1 and 2. */
async function place() {
  const folder = await temporaryFolder();
  await replaceCorpus(folder, numberedCorpus(1));
  const { generation } = await replaceCorpus(folder, numberedCorpus(2));
  const current = join(folder, 'generations', generation);
  return {
    folder,
    current,
    async spoil(name: string): Promise<void> {
      const path = name === 'manifest' ? join(folder, 'manifest.json') : join(current, name);
      const content = await readFile(path);
      content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
      await writeFile(path, content);
    },
    async opened() {
      const { store, damage } = await openLastGood(folder, { model });
      return [store.manifest.corpusHash, damage?.message];
    },
  };
}

describe('the last good index', () => {
  test('is the current one', async () => {
    expect(await (await place()).opened()).toEqual(['number 2', undefined]);
  });

  test.each([
    'articles-1.bin',
    'keywords-1.bin',
    'vectors-1.bin',
  ])('is the one before where %s of the current one is damaged', async (name) => {
    const { opened, spoil, folder } = await place();
    await spoil(name);
    expect(await opened()).toEqual([
      'number 1',
      `The index in ${folder} is damaged (${name}): run \`npm run embed\`.`,
    ]);
  });

  test('is the current one, found by its own manifest, where that of the index is damaged', async () => {
    const { opened, spoil } = await place();
    await spoil('manifest');
    expect(await opened()).toEqual([
      'number 2',
      expect.stringContaining('damaged (manifest.json)'),
    ]);
  });

  test('is found when the manifest of the index is lost', async () => {
    const { opened, folder } = await place();
    await rm(join(folder, 'manifest.json'));
    expect(await opened()).toEqual([
      'number 2',
      expect.stringContaining('damaged (manifest.json)'),
    ]);
  });

  test('is missed where every generation is damaged', async () => {
    const { opened, folder } = await place();
    for (const generation of await readdir(join(folder, 'generations'))) {
      await rm(join(folder, 'generations', generation, 'vectors-1.bin'));
    }
    await expect(opened()).rejects.toMatchObject({ code: 'damaged' });
  });

  test('is never one of another model', async () => {
    const { folder, spoil } = await place();
    await spoil('vectors-1.bin');
    const other = { ...model, sha256: 'b'.repeat(64) };
    await expect(openLastGood(folder, { model: other })).rejects.toMatchObject({ code: 'model' });
  });

  test('stays until the next build has taken the place of the damaged one', async () => {
    const { folder, spoil, opened } = await place();
    await spoil('vectors-1.bin');
    const { store } = await openLastGood(folder, { model });
    const kept = store.manifest.generation;
    const { generation } = await replaceCorpus(folder, numberedCorpus(3), { kept });
    expect(await readdir(join(folder, 'generations'))).toEqual([kept, generation].sort());
    expect(await opened()).toEqual(['number 3', undefined]);
  });
});

describe('what remains of a damaged index', () => {
  test('are its articles and vectors where only the keywords are damaged', async () => {
    const { folder, spoil } = await place();
    await spoil('keywords-1.bin');
    const remains = await openRemains(folder, { model });
    expect(remains?.manifest.corpusHash).toBe('number 2');
    const known = await remains?.vectorsOf(['hash of article-0#1']);
    expect(known?.get('hash of article-0#1')).toHaveLength(1);
  });

  test.each([
    'articles-1.bin',
    'vectors-1.bin',
    'manifest',
  ])('is nothing without %s', async (name) => {
    const { folder, spoil } = await place();
    await spoil(name);
    expect(await openRemains(folder, { model })).toBeUndefined();
  });
});
