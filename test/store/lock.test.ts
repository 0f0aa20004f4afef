import { spawnSync } from 'node:child_process';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockIndex, openStore, replaceCorpus } from '../../src/store/index.ts';
import { startOf } from '../../src/store/processes.ts';
import { articleOf, corpusOf, model, numberedCorpus } from './corpora.ts';
import { temporaryFolder } from './folders.ts';
import { startWriter } from './processes.ts';

const corpus = corpusOf(articleOf('a', ['A dam.']));

describe('the lock of an index', () => {
  test('is refused while another process holds it, who is named', async () => {
    const folder = await temporaryFolder();
    const writer = startWriter('lock', folder);
    expect(await writer.says()).toBe('ready');
    await expect(lockIndex(folder)).rejects.toMatchObject({
      name: 'IndexLockedError',
      code: 'locked',
      message: expect.stringMatching(
        `^The index in ${folder} is being written by process ${writer.process.pid} on ${hostname()} since 20.*Z: wait for it, or stop it.$`,
      ),
    });
  });

  test('is refused while this process holds it, and free after its release', async () => {
    const folder = await temporaryFolder();
    const lock = await lockIndex(folder);
    await expect(lockIndex(folder)).rejects.toThrow(`process ${process.pid} `);
    await lock.release();
    await (await lockIndex(folder)).release();
    expect(await readdir(join(folder, 'locks'))).toEqual([]);
  });

  test('is taken over at once when its holder was killed', async () => {
    const folder = await temporaryFolder();
    const writer = startWriter('lock', folder);
    expect(await writer.says()).toBe('ready');
    await writer.kill();
    const start = performance.now();
    await (await lockIndex(folder)).release();
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('is taken over when the number of its dead holder belongs to another process', async () => {
    const folder = await temporaryFolder();
    await claimBy(folder, { pid: process.pid, start: 'another start' });
    await (await lockIndex(folder)).release();
  });

  test('is taken over from a dead holder of whom only the number is known', async () => {
    const folder = await temporaryFolder();
    const { pid } = spawnSync(process.execPath, ['--version']);
    await claimBy(folder, { pid, start: null });
    await (await lockIndex(folder)).release();
  });

  test.runIf(process.platform === 'linux')('is held by a process that is only slow', async () => {
    const folder = await temporaryFolder();
    const path = await claimBy(folder, { start: await startOf(process.pid) });
    await utimes(path, new Date(0), new Date(0));
    await expect(lockIndex(folder)).rejects.toThrow('being written');
  });

  test('is held from another machine until nothing is heard of it for a minute', async () => {
    const folder = await temporaryFolder();
    const path = await claimBy(folder, { host: 'elsewhere', pid: 1, start: null });
    await expect(lockIndex(folder)).rejects.toThrow('by process 1 on elsewhere');
    const before = new Date(Date.now() - 61_000);
    await utimes(path, before, before);
    await (await lockIndex(folder)).release();
  });

  test('goes to one of many who ask at the same moment, and to all in turn', async () => {
    const folder = await temporaryFolder();
    await claimBy(folder, { pid: process.pid, start: 'of a dead process' });
    let holders = 0;
    let most = 0;
    const work = async () => {
      for (;;) {
        const lock = await lockIndex(folder).catch(() => undefined);
        if (!lock) continue;
        most = Math.max(most, ++holders);
        await new Promise((resolve) => setTimeout(resolve, 5));
        holders--;
        return lock.release();
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    expect(most).toBe(1);
  });

  test('stops a second writer, and the index stays as it was', async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    const lock = await lockIndex(folder);
    await expect(replaceCorpus(folder, numberedCorpus(1))).rejects.toMatchObject({
      code: 'locked',
    });
    await lock.release();
    expect((await openStore(folder, { model })).manifest.corpusHash).toBe(corpus.corpusHash);
  });

  test('that was lost on the way stops the swap', async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    const lock = await lockIndex(folder);
    await lock.release();
    await expect(replaceCorpus(folder, numberedCorpus(1), { lock })).rejects.toMatchObject({
      code: 'locked',
    });
    expect((await openStore(folder, { model })).manifest.corpusHash).toBe(corpus.corpusHash);
    expect(await readdir(join(folder, 'generations'))).toHaveLength(1);
  });
});

/** What a holder leaves in the folder, changed. */
async function claimBy(folder: string, change: object): Promise<string> {
  const lock = await lockIndex(folder);
  const [name = ''] = await readdir(join(folder, 'locks'));
  const path = join(folder, 'locks', name);
  const claim = JSON.parse(await readFile(path, 'utf8'));
  await lock.release();
  await writeFile(path, JSON.stringify({ ...claim, ...change }));
  return path;
}
