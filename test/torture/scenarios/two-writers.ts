import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../../../src/store/index.ts';
import { model, numberedCorpus } from '../../store/corpora.ts';
import { type Child, startChild } from '../children/start-child.ts';
import { type Scenario, Tally } from '../scenario.ts';

/** One replacement in this many is followed by the death of a writer. */
const KILL_EVERY = 10;
/** Without a replacement in this time the writers have locked each other out. */
const LOCKED_OUT_TIMEOUT_MS = 90_000;

/**
 * Two processes put one corpus after the other into an index, as fast as they can, and now and then
 * one is killed: never do both hold the lock, no replacement is lost, and the index is always whole.
 */
export const scenario: Scenario = {
  name: 'two-writers',
  tries: { short: 40, long: 1_000 },
  async run({ tries, random, folder }) {
    const indexDir = join(folder, 'index');
    const guard = join(folder, 'guard');
    const put: number[] = [];
    let wake = () => {};
    const begin = (): Child =>
      startChild('test/torture/children/contender.ts', [indexDir, guard], {
        cwd: folder,
        onLine: (line) => {
          if (line.startsWith('put ')) put.push(Number(line.slice(4)));
          wake();
        },
      });
    const writers = [begin(), begin()];
    const tally = new Tally();
    const writersOf = new Set<Child>(writers);
    let kills = 0;
    try {
      for (let i = 0; i < tries; i++) {
        await tally.try(`replacement ${i}`, async () => {
          const late = setTimeout(() => wake(), LOCKED_OUT_TIMEOUT_MS);
          while (put.length <= i && !writers.some(hasEnded)) {
            const before = put.length;
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            if (put.length === before && !writers.some(hasEnded)) throw new Error('nothing done');
          }
          clearTimeout(late);
          const dead = writers.find(hasEnded);
          if (dead) throw new Error(`a writer ended: ${dead.output().slice(-300)}`);
          const number = put[i] as number;
          if (i > 0 && number <= (put[i - 1] as number))
            throw new Error(`${number} is there twice`);
          await expectWhole(indexDir);
        });
        if (writers.some(hasEnded)) break;
        if (i % KILL_EVERY === KILL_EVERY - 1) {
          const victim = random.below(2);
          writers[victim]?.process.kill('SIGKILL');
          await writers[victim]?.ended;
          const holder = await readFile(guard, 'utf8').catch(() => '');
          if (holder === String(writers[victim]?.process.pid)) await rm(guard, { force: true });
          writers[victim] = begin();
          writersOf.add(writers[victim]);
          kills++;
        }
      }
      const byWriter = [...writersOf].map((child) => child.output().split('put ').length - 1);
      return tally.result({ killed: kills, 'replacements by writer': byWriter.join('+') });
    } finally {
      for (const writer of writers) writer.process.kill('SIGKILL');
      await Promise.all(writers.map(({ ended }) => ended));
    }
  },
};

const hasEnded = ({ process: { exitCode, signalCode } }: Child) =>
  exitCode !== null || signalCode !== null;

async function expectWhole(indexDir: string): Promise<void> {
  const store = await openStore(indexDir, { model });
  const number = Number(store.manifest.corpusHash.replace('number ', ''));
  const expected = numberedCorpus(number).articles.map(({ article }) => article);
  const shelf = await store.read(expected.map(({ id }) => id));
  const found = store.articles().map(({ id }) => shelf.article(id));
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`the index of ${number} is not whole`);
  }
}
