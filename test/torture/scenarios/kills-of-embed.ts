import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../src/evaluation/random.ts';
import { embeddingProfile } from '../../../src/inference/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { startChild } from '../children/start-child.ts';
import { editionOf, writeEdition } from '../editions.ts';
import { type Scenario, Tally } from '../scenario.ts';

/** Two places at a time: as many as there are cores in the machine that this must be bearable on. */
const PLACES = 2;
/** The editions that are embedded undisturbed before the kills; the first needs the longest. */
const WARM_UP = 3;
/** From this number of kills on, some must have come before the swap and some after it. */
const ENOUGH_KILLS = 100;

/** `npm run embed` is killed at random moments: each leaves a whole index, the old or the new one. */
export const scenario: Scenario = {
  name: 'kills-of-embed',
  tries: { short: 4, long: 1_000 },
  async run({ tries, random, folder }) {
    const tally = new Tally();
    const left = { old: 0, new: 0 };
    const killsOf = (place: number) => Math.ceil((tries - place) / PLACES);
    await Promise.all(
      Array.from({ length: PLACES }, async (_, place) => {
        const cwd = join(folder, String(place));
        await mkdir(cwd);
        await killOften(cwd, killsOf(place), { random, tally, left });
      }),
    );
    if (tries >= ENOUGH_KILLS) {
      await tally.try('the kills', () => {
        if (left.old === 0 || left.new === 0) throw new Error(`left ${JSON.stringify(left)}`);
      });
    }
    return tally.result({ 'left the old': left.old, 'the new': left.new });
  },
};

interface Counts {
  random: Random;
  tally: Tally;
  left: { old: number; new: number };
}

async function killOften(cwd: string, kills: number, { random, tally, left }: Counts) {
  const model = await embeddingProfile('bge-small-en-v1.5');
  const write = (number: number) => writeEdition(join(cwd, 'corpus'), number);
  const found = async () => editionOf(await openStore(join(cwd, '.pullquote/index'), { model }));
  const embed = () => startChild('scripts/embed.ts', [], { cwd });
  const embedUndisturbed = async (number: number): Promise<number> => {
    await write(number);
    const began = performance.now();
    const run = embed();
    if ((await run.ended) !== 0) throw new Error(`embed failed: ${run.output()}`);
    const duration = performance.now() - began;
    const now = await found();
    if (now !== number) throw new Error(`edition ${now} after ${number} was embedded`);
    return duration;
  };

  const durations: number[] = [];
  for (let number = 1; number <= WARM_UP; number++) durations.push(await embedUndisturbed(number));
  const longest = Math.max(...durations.slice(1));
  let last = WARM_UP;
  for (let i = 1; i <= kills; i++) {
    const number = WARM_UP + i;
    const moment = (random.below(1_000) / 1_000) * longest;
    await tally.try(`killed after ${moment.toFixed(0)} ms`, async () => {
      await write(number);
      const run = embed();
      await sleep(moment);
      run.process.kill('SIGKILL');
      await run.ended;
      const now = await found();
      if (now !== last && now !== number)
        throw new Error(`edition ${now} after ${last}, ${number}`);
      left[now === number ? 'new' : 'old']++;
      last = now;
    });
  }
  await tally.try('the run after the kills', () => embedUndisturbed(WARM_UP + kills + 1));
}
