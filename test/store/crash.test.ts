import { type FileHandle, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type IndexLock, openStore, replaceCorpus } from '../../src/store/index.ts';
import { articleOf, corpusOf, model, numberedCorpus } from './corpora.ts';
import { temporaryFolder } from './folders.ts';
import { allArticles } from './read-all.ts';

/** How many operations of the file system are done before one fails, cut short, and if all after. */
const life = vi.hoisted(() => ({ operations: Number.POSITIVE_INFINITY, ends: true }));

/** The real file system, until an operation fails: every call that changes something counts. */
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const isDone = () => life.operations-- > 0 || (life.operations < -1 && !life.ends);
  const end = () => Promise.reject(new Error('not done'));
  const lasting = <A extends unknown[], R>(operation: (...args: A) => Promise<R>) => {
    return (...args: A) => (isDone() ? operation(...args) : end());
  };
  const open = lasting(async (...args: Parameters<typeof real.open>) => {
    const file: FileHandle = await real.open(...args);
    const writeFile = (content: Uint8Array) => {
      if (isDone()) return file.writeFile(content);
      return file.writeFile(content.subarray(0, content.length / 2)).then(end);
    };
    return {
      writeFile,
      sync: lasting(() => file.sync()),
      stat: () => file.stat(),
      read: (...args: Parameters<typeof file.read>) => file.read(...args),
      close: () => file.close(),
    };
  });
  const { mkdir, rename, rm, link, copyFile } = real;
  return {
    ...real,
    open,
    mkdir: lasting(mkdir),
    rename: lasting(rename),
    rm: lasting(rm),
    link: lasting(link),
    copyFile: lasting(copyFile),
  };
});

afterEach(() => {
  life.operations = Number.POSITIVE_INFINITY;
});

/** A dead process holds no lock; this one is not dead, so it holds none from the start. */
const lock: IndexLock = { check: async () => {}, release: async () => {} };

describe.each([
  ['ends in the middle of any operation of the file system', true],
  ['cannot do any one operation of the file system', false],
])('a writer that %s', (_, ends) => {
  test('leaves the old index or the new one, complete, and the next writer goes on', async () => {
    life.ends = ends;
    const folder = await temporaryFolder();
    await replaceCorpus(folder, numberedCorpus(0), { lock });
    let current = 0;
    let swaps = 0;
    for (let operations = 0, reached = true; reached; operations++) {
      life.operations = operations;
      await replaceCorpus(folder, numberedCorpus(operations + 1), { lock }).catch(() => {});
      reached = life.operations < 0;
      life.operations = Number.POSITIVE_INFINITY;

      const store = await openStore(folder, { model });
      const number = Number(store.manifest.corpusHash.replace('number ', ''));
      const { articles } = numberedCorpus(number);
      expect([current, operations + 1]).toContain(number);
      expect(await allArticles(store)).toEqual(articles.map(({ article }) => article));
      expect(await store.searchKeywords(String(number), 1)).toHaveLength(1);
      if (number !== current) swaps++;
      current = number;
    }
    expect(current).toBeGreaterThan(20);
    // After the rename there are still the folder to be synced and old generations to be removed.
    expect(swaps).toBeGreaterThan(1);
  });

  test('of a change touches nothing of the old index, whose files the new one shares', async () => {
    life.ends = ends;
    const folder = await temporaryFolder();
    const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const articles = letters.map((id) => articleOf(id, [`A dam in ${id}.`, 'A cow.']));
    await replaceCorpus(folder, corpusOf(...articles), { lock });
    let swaps = 0;
    for (let operations = 0, reached = true; reached; operations++) {
      const base = await openStore(folder, { model });
      const { generation } = base.manifest;
      const before = await filesOf(join(folder, 'generations', generation));
      const edition = articleOf('a', [`Edition ${operations}.`, 'A cow.']);
      const change = { model, corpusHash: `number ${operations}`, base };
      life.operations = operations;
      await replaceCorpus(
        folder,
        { ...change, articles: [edition, ...letters.slice(1)] },
        { lock },
      ).catch(() => {});
      reached = life.operations < 0;
      life.operations = Number.POSITIVE_INFINITY;

      expect(await filesOf(join(folder, 'generations', generation))).toEqual(before);
      const store = await openStore(folder, { model });
      expect(store.articles()).toHaveLength(letters.length);
      expect(await store.searchKeywords('cow', 99)).toHaveLength(letters.length);
      if (store.manifest.generation === generation) continue;
      swaps++;
      expect(await store.searchKeywords(`edition ${operations}`, 1)).toHaveLength(1);
    }
    expect(swaps).toBeGreaterThan(1);
  });
});

/** The files of a folder by their names: their numbers in the file system, and what is in them. */
async function filesOf(folder: string): Promise<Map<string, readonly [number, string]>> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.tmp'));
  const read = names.map(async (name) => {
    const path = join(folder, name);
    const { ino } = await stat(path);
    return [name, [ino, await readFile(path, 'latin1')] as const] as const;
  });
  return new Map(await Promise.all(read));
}
