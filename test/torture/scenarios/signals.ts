import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddingProfile } from '../../../src/inference/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { Program, programFolder } from '../../program.ts';
import { type Scenario, Tally } from '../scenario.ts';

const PROMISED_MS = 12_000;
/** New at each start, so that indexing takes about as long as the rest. */
const NEW_PARAGRAPHS = 40;

export const scenario: Scenario = {
  name: 'signals',
  tries: { short: 2, long: 60 },
  async run({ tries, random }) {
    const model = await embeddingProfile('bge-small-en-v1.5');
    const folder = await programFolder();
    const write = (version: number) => writeFile(join(folder, 'corpus/news.md'), newsOf(version));
    /** The version of the news in the index that serves now. */
    const served = async () => {
      const store = await openStore(join(folder, 'index'), { model });
      const news = (await store.read(['news'])).article('news');
      return Number(/version (\d+)/u.exec(news?.text ?? '')?.[1]);
    };

    await write(0);
    const first = new Program(folder);
    const began = performance.now();
    await first.says(/Try it in the browser/u);
    const duration = performance.now() - began;
    await first.stop();

    const tally = new Tally();
    const endings: number[] = [];
    let last = await served();
    for (let version = 1; version <= tries; version++) {
      await write(version);
      const moment = random.below(Math.ceil(duration * 1.2));
      const program = new Program(folder);
      await sleep(moment);
      await tally.try(`SIGTERM after ${moment} ms`, async () => {
        const { code, milliseconds, left } = await program.stop();
        endings.push(milliseconds);
        // Before the program listens, the signal itself is what ends it.
        const isExpected = code === 0 || (code === 'SIGTERM' && program.output === '');
        if (!isExpected) throw new Error(`ended with ${code}: ${program.output}`);
        if (milliseconds > PROMISED_MS) throw new Error(`took ${milliseconds} ms to end`);
        if (left.length > 0) throw new Error(`left ${left.length} processes running`);
        const found = await served();
        if (found !== last && found !== version) throw new Error(`serves version ${found}`);
        last = found;
      });
    }
    await first.remove();
    const [median = 0] = endings.toSorted((a, b) => a - b).slice(endings.length / 2);
    return tally.result({ 'median ms': Math.round(median), 'start ms': Math.round(duration) });
  },
};

function newsOf(version: number): string {
  const paragraphs = Array.from(
    { length: NEW_PARAGRAPHS },
    (_, i) =>
      `Paragraph ${i} tells what was known of the flood and of the bridge in version ${version}.`,
  );
  return `# News\n\n${paragraphs.join('\n\n')}\n`;
}
