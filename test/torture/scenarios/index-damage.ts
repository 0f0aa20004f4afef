import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { IndexError } from '../../../src/errors.ts';
import type { Random } from '../../../src/evaluation/random.ts';
import { openUpToDate } from '../../../src/indexing/index.ts';
import { openLastGood } from '../../../src/store/index.ts';
import { editionOf, madeUpEmbedder, writeEdition } from '../editions.ts';
import { type Scenario, Tally } from '../scenario.ts';

const MAX_DAMAGES = 3;

/**
 * Each try damages up to three files of an index of two generations in any way: what opens is
 * verbatim one of them, and an index of which one file is damaged opens always. The next update
 * mends it.
 */
export const scenario: Scenario = {
  name: 'index-damage',
  tries: { short: 60, long: 3_000 },
  async run({ tries, random, folder }) {
    const corpusDir = join(folder, 'corpus');
    const model = madeUpEmbedder.profile;
    const open = (indexDir: string) =>
      openUpToDate({
        corpusDir,
        indexDir,
        maxArticleBytes: 2 ** 20,
        model,
        embedder: async () => madeUpEmbedder,
      });
    const whole = join(folder, 'whole');
    for (const number of [1, 2]) {
      await writeEdition(corpusDir, number);
      await open(whole);
    }
    const tally = new Tally();
    const served = { older: 0, newest: 0, none: 0 };
    for (let i = 0; i < tries; i++) {
      const indexDir = join(folder, `damaged-${i}`);
      await cp(whole, indexDir, { recursive: true });
      const damages = random.below(2) === 0 ? 1 : 2 + random.below(MAX_DAMAGES - 1);
      const done: string[] = [];
      for (let k = 0; k < damages; k++) done.push(await damage(indexDir, random));
      await tally.try(done.join(', '), async () => {
        const last = await openLastGood(indexDir, { model }).catch((error: unknown) => {
          if (!(error instanceof IndexError) || damages === 1) throw error;
          return undefined;
        });
        if (last) {
          const found = await editionOf(last.store);
          served[found === 2 ? 'newest' : 'older']++;
        } else served.none++;
        const mended = await editionOf(await open(indexDir));
        if (mended !== 2) throw new Error(`mended to edition ${mended}`);
        if ((await openLastGood(indexDir, { model })).damage) throw new Error('not mended');
      });
      await rm(indexDir, { recursive: true });
    }
    return tally.result({ 'newest served': served.newest, older: served.older, none: served.none });
  },
};

/** Damages any file in any way. @returns what was done. */
async function damage(indexDir: string, random: Random): Promise<string> {
  const entries = await readdir(indexDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const [file] = random.pick(files, 1);
  if (!file) return 'nothing left';
  const path = join(file.parentPath, file.name);
  const content = await readFile(path);
  const place = random.below(Math.max(1, content.length));
  const ways: Record<string, () => Promise<void>> = {
    'bit flipped': () => {
      content[place] = (content[place] ?? 0) ^ (1 << random.below(8));
      return writeFile(path, content);
    },
    'cut off': () => truncate(path, place),
    'zeros written': () =>
      writeFile(path, content.fill(0, place, Math.min(place + 512, content.length))),
    'bytes added': () => appendFile(path, 'more'),
    deleted: () => rm(path),
    'made a folder': async () => {
      await rm(path);
      // A folder in place of the manifest of the index is refused: it is somebody else's.
      if (file.parentPath !== indexDir) await mkdir(path);
    },
    'exchanged with another': async () => {
      const [other = file] = random.pick(files, 1);
      await cp(join(other.parentPath, other.name), path).catch(() => {});
    },
  };
  const [way = 'deleted'] = random.pick(Object.keys(ways), 1);
  await ways[way]?.();
  return `${file.name} of ${content.length} bytes ${way} at ${place}`;
}
