import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { corpusChanges } from '../../src/indexing/index.ts';
import { newFolder, put } from './support.ts';

/** Longer than a corpus must be still for. */
const QUIET_MS = 900;

/** Watches a folder, and counts what it was told; resolves when the watch stands. */
async function watching(folder: string, onChange = async () => {}) {
  const ending = new AbortController();
  const watch = { told: 0, ended: false, end: async () => {} };
  const changes = corpusChanges(folder, ending.signal);
  await changes.next();
  const over = (async () => {
    for await (const _ of changes) {
      watch.told++;
      await onChange();
    }
    watch.ended = true;
  })();
  watch.end = async () => {
    ending.abort();
    await over;
  };
  return watch;
}

describe('the changes of a corpus', () => {
  it.concurrent.each<[string, (folder: string) => Promise<unknown>, number]>([
    ['a new article', (folder) => put(folder, { 'new.md': 'New.' }), 1],
    ['an article in a new folder', (folder) => put(folder, { 'deep/er/new.txt': 'New.' }), 1],
    ['an altered article', (folder) => put(folder, { 'a.md': 'Altered.' }), 1],
    ['a deleted article', (folder) => rm(join(folder, 'a.md')), 1],
    ['a renamed article, once', (folder) => rename(join(folder, 'a.md'), join(folder, 'z.md')), 1],
    [
      'an article saved in several steps, once',
      async (folder) => {
        for (const text of ['S', 'Sa', 'Save', 'Saved.']) {
          await writeFile(join(folder, 'a.md'), text);
          await sleep(150);
        }
      },
      1,
    ],
    ['a picture: not', (folder) => put(folder, { 'picture.png': 'no picture' }), 0],
    ['a draft: not', (folder) => put(folder, { '_a.md': 'Not yet.', '_drafts/b.md': 'No.' }), 0],
    ['a hidden folder: not', (folder) => put(folder, { '.git/c.md': 'No article.' }), 0],
    [
      'an index: not',
      async (folder) => {
        await put(folder, { 'index/.pullquote-index': '' });
        await sleep(200);
        await put(folder, { 'index/generations/a.md': 'Old.' });
      },
      0,
    ],
    ['an empty folder: not', (folder) => mkdir(join(folder, 'empty')), 0],
  ])('tell of %s', async (_title, change, times) => {
    const folder = await newFolder({ 'a.md': 'An article.', 'b.md': 'Another.' });
    const watch = await watching(folder);
    await change(folder);
    if (times > 0) await vi.waitUntil(() => watch.told > 0, { timeout: 10_000 });
    await sleep(QUIET_MS);
    await watch.end();
    expect(watch.told).toBe(times);
  });

  it.concurrent('of what a link leads to are not told, those of a linked corpus are', async () => {
    const outside = await newFolder({ 'c.md': 'Not of the corpus.' });
    const folder = await newFolder({ 'a.md': 'An article.' });
    await symlink(outside, join(folder, 'link'));
    const link = join(await newFolder(), 'corpus');
    await symlink(folder, link);
    const watch = await watching(link);
    await put(outside, { 'c.md': 'Altered.' });
    await sleep(QUIET_MS);
    expect(watch.told).toBe(0);
    await put(folder, { 'a.md': 'Altered.' });
    await vi.waitUntil(() => watch.told > 0, { timeout: 10_000 });
    await watch.end();
  });

  it.concurrent('of a busy time are told once, afterwards', async () => {
    const folder = await newFolder({ 'a.md': 'An article.' });
    const watch = await watching(folder, async () => {
      if (watch.told > 1) return;
      await put(folder, { 'b.md': 'While busy.' });
      await sleep(QUIET_MS);
      await put(folder, { 'c.md': 'Still busy.' });
      await sleep(QUIET_MS);
    });
    await put(folder, { 'a.md': 'Altered.' });
    await vi.waitUntil(() => watch.told > 1, { timeout: 10_000 });
    await sleep(QUIET_MS);
    await watch.end();
    expect(watch.told).toBe(2);
  });

  it.concurrent('end with the signal', async () => {
    const watch = await watching(await newFolder({ 'a.md': 'An article.' }));
    expect(watch.ended).toBe(false);
    await watch.end();
    expect(watch.ended).toBe(true);
  });
});
