import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Person, type Sandbox, startSandbox } from '@pullquote/sandbox';
import { Replies } from '../replies.ts';
import { type Scenario, Tally } from '../scenario.ts';

const BOT = fileURLToPath(new URL('../measured-bot.ts', import.meta.url));
const MEMBERS = 300;
/** Questions that are open at a time. */
const AT_A_TIME = 8;
/** After which shares of the questions the heap is measured, and after how many at the earliest. */
const MEASURED_AT = [0.1, 0.25, 0.5, 1];
const CACHES_FULL_AFTER = 400;
/** What the heap may differ from the first measurement, as a share of it. */
const MAX_DRIFT = 0.1;
const MEGABYTE = 2 ** 20;

/** Every question gets its answer, and the heap stays as large as it was after the first ones. */
export const scenario: Scenario = {
  name: 'heap-over-questions',
  tries: { short: 800, long: 20_000 },
  async run({ tries }) {
    const tally = new Tally();
    const figures: Record<string, string> = {};
    const sandbox = await startSandbox({ rateLimits: false });
    const bot = await startBot(sandbox);
    try {
      const members = Array.from({ length: MEMBERS }, (_, i) => sandbox.addMember(`Member ${i}`));
      const replies = new Replies(sandbox);
      const heaps: number[] = [];
      let asked = 0;
      const counts = MEASURED_AT.map((share) => Math.max(CACHES_FULL_AFTER, share * tries));
      for (const until of new Set(counts.map(Math.round))) {
        const asking = async () => {
          while (asked < until) {
            const i = asked++;
            const member = members[i % MEMBERS] as Person;
            await tally.try(`question ${i}`, () =>
              replies.to(member.say('general', questionFor(i), { mentionBot: true })),
            );
          }
        };
        await Promise.all(Array.from({ length: AT_A_TIME }, asking));
        const heap = await heapOf(bot);
        heaps.push(heap);
        figures[`heap after ${until}`] = `${(heap / MEGABYTE).toFixed(1)} MB`;
      }
      const [settled = 0, ...later] = heaps;
      await tally.try('the heap stays flat', () => {
        const drift = Math.max(...later.map((heap) => Math.abs(heap / settled - 1)));
        figures['drift of the heap'] = `${(100 * drift).toFixed(1)}%`;
        if (drift > MAX_DRIFT) throw new Error(`It drifts by ${(100 * drift).toFixed(1)}%.`);
      });
    } finally {
      bot.disconnect();
      await once(bot, 'exit');
      await sandbox.close();
    }
    return tally.result(figures);
  },
};

async function startBot({ apiUrl, token }: Sandbox): Promise<ChildProcess> {
  const child = fork(BOT, [apiUrl, token], { execArgv: ['--expose-gc', '--import', 'tsx'] });
  const [said] = await once(child, 'message');
  if (said !== 'ready') throw new Error('The bot did not start.');
  return child;
}

async function heapOf(bot: ChildProcess): Promise<number> {
  bot.send('heap');
  const [{ heap }] = (await once(bot, 'message')) as [{ heap: number }];
  return heap;
}

/** No two are the same, so that none is answered from memory; some find nothing. */
function questionFor(i: number): string {
  const subject = ['the river', 'the library', 'the wall', 'Ida Brandt', 'a zebra'][i % 5];
  return `What did the town say of ${subject} in case ${i}, and how many crowns did it cost?`;
}
