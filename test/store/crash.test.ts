import type { FileHandle } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type IndexLock, openStore, replaceCorpus } from '../../src/store/index.ts';
import { model, numberedCorpus } from './corpora.ts';
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
});
