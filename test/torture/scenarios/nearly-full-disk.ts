import { spawnSync } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../src/evaluation/random.ts';
import { openUpToDate } from '../../../src/indexing/index.ts';
import { editionOf, madeUpEmbedder, writeEdition } from '../editions.ts';
import { injectFault } from '../faulty-files.ts';
import { type Scenario, Tally } from '../scenario.ts';

const PAGE = 4_096;
/** More than an update writes, in pages, and as calls that write. */
const MAX_PAGES = 24;
const MAX_WRITES = 40;

/** Leaves little room until the returned function is called. */
type Fill = (random: Random) => Promise<{ what: string; free: () => Promise<void> }>;

/**
 * Each try brings an index up to date on a disk with room for only a part of what is written: the
 * index that answers is whole, a line says so when it is the last one, and the next update, with
 * room, goes through. The disk is a small one where this process may mount it; elsewhere, and in
 * every second try, a write in turn says that the disk is full, after half of it.
 */
export const scenario: Scenario = {
  name: 'nearly-full-disk',
  tries: { short: 60, long: 2_000 },
  async run({ tries, random, folder }) {
    const corpusDir = join(folder, 'corpus');
    const disk = join(folder, 'disk');
    await mkdir(disk);
    const mount = ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk];
    const isMounted = spawnSync('mount', mount).status === 0;
    try {
      const indexDir = join(disk, 'index');
      const lines: string[] = [];
      const open = async () => {
        lines.length = 0;
        const store = await openUpToDate({
          corpusDir,
          indexDir,
          maxArticleBytes: 2 ** 20,
          model: madeUpEmbedder.profile,
          embedder: async () => madeUpEmbedder,
          onStale: (line) => lines.push(line),
        });
        return editionOf(store);
      };
      for (const number of [1, 2]) {
        await writeEdition(corpusDir, number);
        await open();
      }
      const tally = new Tally();
      const served = { old: 0, new: 0 };
      for (let i = 0; i < tries; i++) {
        const number = 3 + i;
        const fill = isMounted && i % 2 === 0 ? fillDisk(disk) : failWrite(indexDir);
        const { what, free } = await fill(random);
        await tally.try(what, async () => {
          await writeEdition(corpusDir, number);
          const found = await open().finally(free);
          if (found === number) served.new++;
          else {
            served.old++;
            if (found !== number - 1) throw new Error(`edition ${found}`);
            const [line, ...more] = lines;
            const saysWhy = line?.includes('the disk is full') && line.includes('last good index');
            if (!saysWhy || more.length > 0) throw new Error(`said: ${lines.join(' / ')}`);
          }
          let afterwards = await open();
          for (let k = 0; k < 30 && lines[0]?.includes('is being written'); k++) {
            await sleep(50);
            afterwards = await open();
          }
          if (afterwards !== number) throw new Error(`afterwards ${afterwards}: ${lines[0]}`);
        });
      }
      const disks = isMounted ? 'of 1 MB, and simulated' : 'only simulated (none can be mounted)';
      return tally.result({ 'served the old': served.old, 'the new': served.new, disk: disks });
    } finally {
      if (isMounted) spawnSync('umount', [disk]);
    }
  },
};

/** Leaves a number of pages of a real disk. */
function fillDisk(disk: string): Fill {
  return async (random) => {
    const left = random.below(MAX_PAGES);
    const ballast = join(disk, 'ballast');
    const { bavail, bsize } = await statfs(disk);
    await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left * PAGE)));
    return { what: `${left} pages left`, free: () => rm(ballast) };
  };
}

/** Lets one write fail, or it and all after it. */
function failWrite(indexDir: string): Fill {
  return async (random) => {
    const from = random.below(MAX_WRITES);
    const isLasting = random.below(2) === 1;
    const end = injectFault(indexDir, { code: 'ENOSPC', from, isLasting, onlyWrites: true });
    const what = `write ${from}${isLasting ? ' and all after' : ''}`;
    return { what, free: async () => void end() };
  };
}
