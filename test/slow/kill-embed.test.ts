import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { embeddingProfile } from '../../src/inference/index.ts';
import { openStore } from '../../src/store/index.ts';
import { ARTICLES, newFolder, put } from '../indexing/support.ts';
import { Running, run } from '../scripts/commands.ts';

const KILLS = 200;
/** As many as there are cores in the machine that this must be bearable on. */
const AT_A_TIME = 2;

const model = await embeddingProfile('bge-small-en-v1.5');

/** The corpus in one of its versions: one article of four changes with each. */
function corpus(version: number): Record<string, string> {
  return { ...ARTICLES, 'news.md': `# News\n\nThis is what was known in version ${version}.\n` };
}

/** A corpus and its index, to be embedded by the command. */
async function place() {
  const cwd = await newFolder();
  return {
    cwd,
    write: (version: number) => put(join(cwd, 'corpus'), corpus(version)),
    /** The version that the index is of, once it has been found to be complete. */
    async version(): Promise<number> {
      const store = await openStore(join(cwd, '.pullquote/index'), { model });
      const found = Number(store.article('news')?.text.match(/version (\d+)/)?.[1]);
      const files = store.articles().map(({ file, text }) => [file, text]);
      expect(Object.fromEntries(files)).toEqual(corpus(found));
      expect(store.best(String(found), 1)[0]?.passage.id).toBe('news#1');
      const anything = new Float32Array(model.dimensions).fill(model.dimensions ** -0.5);
      expect(await store.nearest(anything, 100)).toHaveLength(9);
      return found;
    },
  };
}

/** The versions that are embedded undisturbed before the kills. */
const WARM_UP = [0, 1, 2, 3];

/** Builds the first index, and tells how long a later run takes at most, in milliseconds. */
async function warmUp({ cwd, write, version }: Awaited<ReturnType<typeof place>>) {
  const durations: number[] = [];
  for (const number of WARM_UP) {
    await write(number);
    const started = performance.now();
    expect((await run('embed', [], { cwd })).code).toBe(0);
    durations.push(performance.now() - started);
    expect(await version()).toBe(number);
  }
  return Math.max(...durations.slice(1));
}

describe('npm run embed that is killed', () => {
  it(`leaves a complete index, old or new, at any of ${KILLS} random moments`, {
    timeout: 20 * 60_000,
  }, async () => {
    const outcomes = { old: 0, new: 0 };

    const killOften = async (kills: number) => {
      const there = await place();
      const duration = await warmUp(there);
      let last = WARM_UP.length - 1;
      for (let i = 0; i < kills; i++) {
        const number = WARM_UP.length + i;
        await there.write(number);
        const embed = new Running('embed', [], there);
        const moment = Math.random() * duration;
        await sleep(moment);
        embed.process.kill('SIGKILL');
        await embed.done;
        const found = await there.version().catch((error) => {
          throw new Error(`killed after ${moment.toFixed(1)} ms`, { cause: error });
        });
        expect([last, number]).toContain(found);
        outcomes[found === number ? 'new' : 'old']++;
        last = found;
      }
      const end = WARM_UP.length + kills;
      await there.write(end);
      expect((await run('embed', [], there)).code).toBe(0);
      expect(await there.version()).toBe(end);
    };

    await Promise.all(Array.from({ length: AT_A_TIME }, () => killOften(KILLS / AT_A_TIME)));
    console.log(`${KILLS} kills: ${outcomes.old} left the old index, ${outcomes.new} the new one.`);
    expect(outcomes.old).toBeGreaterThan(0);
    expect(outcomes.new).toBeGreaterThan(0);
  });
});
