import { cp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStore, type PassageStore, replaceCorpus } from '../../src/store/index.ts';
import { articleOf, corpusOf, model } from './corpora.ts';
import { temporaryFolder } from './folders.ts';
import { allPassages } from './read-all.ts';

const corpus = corpusOf(
  articleOf('a', ['A dam held the river.', 'A cow 🐄 saw it.'], { title: 'The dam' }),
  articleOf('b', [{ text: 'A **hill**.', plain: 'A hill.', headings: ['Land'] }]),
);

const FILES = ['manifest.json', 'order.bin', 'articles-1.bin', 'keywords-1.bin', 'vectors-1.bin'];

describe.each(FILES)('an index whose %s is damaged', (name) => {
  test('is refused when the file is gone', async () => {
    const { folder, path } = await indexWith(name);
    await rm(path);
    const code = name === 'manifest.json' ? 'missing' : 'damaged';
    await expect(openStore(folder, { model })).rejects.toMatchObject({ code });
  });

  test('is refused when the file is cut off anywhere', async () => {
    const { folder, path, content } = await indexWith(name);
    // Without its last byte, a line feed, the manifest is still whole.
    const longest = name === 'manifest.json' ? content.length - 2 : content.length - 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: longest }), async (length) => {
        await truncate(path, length);
        await expect(openStore(folder, { model })).rejects.toMatchObject(DAMAGED);
        await writeFile(path, content);
      }),
      { numRuns: 40 },
    );
  });

  test('is refused, or right, when any bit is flipped', async () => {
    const { folder, path, content } = await indexWith(name);
    const right = await contentOf(await openStore(folder, { model }));
    await fc.assert(
      fc.asyncProperty(fc.nat(content.length * 8 - 1), async (bit) => {
        const flipped = Buffer.from(content);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        await writeFile(path, flipped);
        const opened = await openStore(folder, { model }).catch((error) => error);
        if (opened instanceof Error) expect(opened).toMatchObject(DAMAGED);
        else expect(await contentOf(opened)).toEqual(right);
      }),
      { numRuns: 150 },
    );
  });

  test('is mended by replacing the corpus', async () => {
    const { folder, path } = await indexWith(name);
    const file = await open(path, 'r+');
    await file.write('damage', 3);
    await file.close();
    await replaceCorpus(folder, corpus);
    expect((await openStore(folder, { model })).articles()).toHaveLength(2);
  });
});

test('an index with the file of another generation is refused', async () => {
  const { folder, path } = await indexWith('vectors-1.bin');
  const other = await temporaryFolder();
  await replaceCorpus(other, corpusOf(articleOf('z', ['1', '2', '3'])));
  await cp(await find(other, 'vectors-1.bin'), path);
  await expect(openStore(folder, { model })).rejects.toMatchObject(DAMAGED);
});

const DAMAGED = {
  name: 'IndexError',
  code: 'damaged',
  message: expect.stringMatching(/^The index in [^\n]* is damaged [^\n]*`npm run embed`\.$/),
};

async function indexWith(name: string) {
  const folder = await temporaryFolder();
  await replaceCorpus(folder, corpus);
  const path = await find(folder, name);
  return { folder, path, content: await readFile(path) };
}

async function find(folder: string, name: string): Promise<string> {
  if (name === 'manifest.json') return join(folder, name);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = files.find((file) => file.name === name);
  if (!found) throw new Error(`${name} is not in ${relative('.', folder)}`);
  return join(found.parentPath, name);
}

async function contentOf(store: PassageStore) {
  return {
    manifest: store.manifest,
    articles: store.articles(),
    passages: await allPassages(store),
    words: await store.searchKeywords('dam hill cow', 9),
    vectors: await store.vectorsOf(['a#1', 'a#2', 'b#1'].map((id) => `hash of ${id}`)),
  };
}
