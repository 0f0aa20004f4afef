import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PullquoteError } from '../../../src/errors.ts';
import { openUpToDate } from '../../../src/indexing/index.ts';
import { editionOf, madeUpEmbedder, writeEdition } from '../editions.ts';
import { injectFault } from '../faulty-files.ts';
import { type Scenario, Tally } from '../scenario.ts';

/** More than an update has operations, so that some tries have no fault at all. */
const MAX_OPERATIONS = 90;

/**
 * Each try brings an index up to date while one operation of the file system, or each from one on,
 * reports an input/output error: the index that answers is whole, the last or the new one, or the
 * reason why there is none is told in a line; and when the disk is well again, so is the index.
 */
export const scenario: Scenario = {
  name: 'io-errors',
  tries: { short: 60, long: 3_000 },
  async run({ tries, random, folder }) {
    const corpusDir = join(folder, 'corpus');
    const indexDir = join(folder, 'index');
    const lines: string[] = [];
    const open = () =>
      openUpToDate({
        corpusDir,
        indexDir,
        maxArticleBytes: 2 ** 20,
        model: madeUpEmbedder.profile,
        embedder: async () => madeUpEmbedder,
        onStale: (line) => lines.push(line),
      });
    for (const number of [1, 2]) {
      await writeEdition(corpusDir, number);
      await open();
    }
    /** A claim that could not be removed is removed soon after. */
    const openAgain = async () => {
      for (const end = performance.now() + 3_000; ; ) {
        lines.length = 0;
        const store = await open();
        const isLocked = lines.some((line) => line.includes('is being written'));
        if (!isLocked || performance.now() > end) return store;
        await sleep(50);
      }
    };
    const tally = new Tally();
    const served = { old: 0, new: 0, none: 0 };
    for (let i = 0; i < tries; i++) {
      const number = 3 + i;
      const from = random.below(MAX_OPERATIONS);
      const isLasting = random.below(2) === 1;
      await tally.try(`operation ${from}${isLasting ? ' and all after' : ''}`, async () => {
        await writeEdition(corpusDir, number);
        lines.length = 0;
        const end = injectFault(indexDir, { code: 'EIO', from, isLasting });
        const store = await open()
          .catch((error: unknown) => {
            if (!(error instanceof PullquoteError) || !isLasting) throw error;
            if (/\n/.test(error.message)) throw new Error(`several lines: ${error.message}`);
            return undefined;
          })
          .finally(end);
        if (!store) served.none++;
        else {
          const found = await editionOf(store);
          if (found > number || found < number - 2) throw new Error(`edition ${found}`);
          if (found < number && lines.length !== 1)
            throw new Error(`${lines.length} lines said so`);
          served[found === number ? 'new' : 'old']++;
        }
        const mended = await editionOf(await openAgain());
        if (mended !== number) throw new Error(`afterwards edition ${mended}`);
      });
    }
    return tally.result({ 'served the old': served.old, 'the new': served.new, none: served.none });
  },
};
