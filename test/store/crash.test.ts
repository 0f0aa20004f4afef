import type { FileHandle } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type IndexLock, openStore, replaceCorpus } from '../../src/store/index.ts';
import { model, numberedCorpus } from './corpora.ts';
import { temporaryFolder } from './folders.ts';

/** How many operations of the file system are still done; the next is cut short, then none. */
const life = vi.hoisted(() => ({ operations: Number.POSITIVE_INFINITY }));

/** The real file system, until life ends: every call that changes something counts. */
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const end = () => Promise.reject(new Error('no longer alive'));
  const lasting = <A extends unknown[], R>(operation: (...args: A) => Promise<R>) => {
    return (...args: A) => (life.operations-- > 0 ? operation(...args) : end());
  };
  const open = lasting(async (...args: Parameters<typeof real.open>) => {
    const file: FileHandle = await real.open(...args);
    const writeFile = (content: Uint8Array) => {
      if (life.operations-- > 0) return file.writeFile(content);
      return file.writeFile(content.subarray(0, content.length / 2)).then(end);
    };
    return { writeFile, sync: lasting(() => file.sync()), close: () => file.close() };
  });
  const { mkdir, rename, rm } = real;
  return { ...real, open, mkdir: lasting(mkdir), rename: lasting(rename), rm: lasting(rm) };
});

afterEach(() => {
  life.operations = Number.POSITIVE_INFINITY;
});

/** A dead process holds no lock; this one is not dead, so it holds none from the start. */
const lock: IndexLock = { check: async () => {}, release: async () => {} };

describe('a writer that ends in the middle of any operation of the file system', () => {
  test('leaves the old index or the new one, complete, and the next writer goes on', async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, numberedCorpus(0), { lock });
    let current = 0;
    let swaps = 0;
    let survived = false;
    for (let operations = 0; !survived; operations++) {
      life.operations = operations;
      survived = await replaceCorpus(folder, numberedCorpus(operations + 1), { lock }).then(
        () => true,
        () => false,
      );
      life.operations = Number.POSITIVE_INFINITY;

      const store = await openStore(folder, { model });
      const number = Number(store.manifest.corpusHash.replace('number ', ''));
      const { articles } = numberedCorpus(number);
      expect([current, operations + 1]).toContain(number);
      expect(store.articles()).toEqual(articles.map(({ article }) => article));
      expect(store.best(String(number), 1)).toHaveLength(1);
      if (number !== current) swaps++;
      current = number;
    }
    expect(current).toBeGreaterThan(20);
    // After the rename there are still the folder to be synced and old generations to be removed.
    expect(swaps).toBeGreaterThan(1);
  });
});
