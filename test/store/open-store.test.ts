import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { currentGeneration, openStore, replaceCorpus } from '../../src/store/index.ts';
import { articleOf, corpusOf, model, numberedCorpus } from './corpora.ts';
import { temporaryFolder } from './folders.ts';

/** Done once, before the next file of vectors is read. */
const beforeReading = vi.hoisted(() => ({ vectors: async () => {} }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const open = async (...args: Parameters<typeof real.open>) => {
    if (args[1] === 'r' && String(args[0]).endsWith('vectors-1.bin')) {
      const first = beforeReading.vectors;
      beforeReading.vectors = async () => {};
      await first();
    }
    return real.open(...args);
  };
  return { ...real, open };
});

const corpus = corpusOf(articleOf('a', ['A dam.']));

describe('opening an index', () => {
  test('says that there is none, and how to make one', async () => {
    const folder = join(await temporaryFolder(), 'nothing');
    await expect(openStore(folder, { model })).rejects.toMatchObject({
      name: 'IndexError',
      code: 'missing',
      message: `There is no index in ${folder}: run \`npm run embed\`.`,
    });
    expect(await currentGeneration(folder)).toBeUndefined();
  });

  test('refuses what a file with the name of the folder holds', async () => {
    const path = join(await temporaryFolder(), 'index');
    await writeFile(path, '');
    await expect(openStore(path, { model })).rejects.toMatchObject({ code: 'unreadable' });
  });

  test.each([
    ['weights', { sha256: 'b'.repeat(64) }],
    ['dimensions', { dimensions: 8 }],
    ['pooling', { pooling: 'mean' as const }],
    ['query prefix', { queryPrefix: '' }],
    ['passage prefix', { passagePrefix: 'passage: ' }],
    ['longest input', { maxTokens: 256 }],
  ])('refuses one that was made with another model: other %s', async (_, change) => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    await expect(openStore(folder, { model: { ...model, ...change } })).rejects.toMatchObject({
      code: 'model',
      message: expect.stringMatching(/^[^\n]*another model[^\n]*npm run embed -- --force`\.$/),
    });
  });

  test('accepts the same model in another place', async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    const store = await openStore(folder, { model: { ...model, model: '/elsewhere' } });
    expect(store.manifest.model).toEqual(model);
  });

  test.each([
    ['a newer', 1000, 'format'],
    ['an older', 1, 'outdated'],
  ])('refuses %s format', async (age, format, code) => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    await editManifest(folder, (manifest) => ({ ...manifest, format, added: true }));
    await expect(openStore(folder, { model })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(`${age} version`),
    });
  });

  test('refuses a manifest with a field that is wrong', async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    await editManifest(folder, (manifest) => ({ ...manifest, generation: '../../elsewhere' }));
    await expect(openStore(folder, { model })).rejects.toMatchObject({ code: 'damaged' });
  });

  test('tells the generation that is current, which changes with each replacement', async () => {
    const folder = await temporaryFolder();
    const first = await replaceCorpus(folder, corpus);
    expect(await currentGeneration(folder)).toBe(first.generation);
    const second = await replaceCorpus(folder, corpus);
    expect(await currentGeneration(folder)).toBe(second.generation);
    expect(second.generation).not.toBe(first.generation);
  });

  test('opens the generation that took the place of one while it was read', async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    beforeReading.vectors = async () => {
      await replaceCorpus(folder, numberedCorpus(1));
      await replaceCorpus(folder, numberedCorpus(2));
    };
    const store = await openStore(folder, { model });
    expect(store.manifest.corpusHash).toBe(numberedCorpus(2).corpusHash);
  });
});

async function editManifest(folder: string, edit: (manifest: object) => object): Promise<void> {
  const path = join(folder, 'manifest.json');
  const { checksum: _, ...manifest } = JSON.parse(await readFile(path, 'utf8'));
  const edited = edit(manifest);
  await writeFile(path, JSON.stringify({ ...edited, checksum: crc32(JSON.stringify(edited)) }));
}
