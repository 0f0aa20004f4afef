import { setTimeout as sleep } from 'node:timers/promises';
import { type ChannelRef, type Person, textOf } from '@pullquote/sandbox';
import { ARTICLES } from '../../discord/articles.ts';
import { askByWords, libraryOf } from '../../discord/library.ts';
import { type RunningBot, runBot } from '../../discord/running-bot.ts';
import { type Scenario, Tally } from '../scenario.ts';

/** What an answer takes with the models, in milliseconds. */
const COMPUTING_MS = 250;
/** Discord lets a member write {@link BURST} messages to a channel in {@link WINDOW_MS}. */
const BURST = 5;
const WINDOW_MS = 5_000;
/** Between two questions of a third member in a place: never two in one window. */
const MIN_GAP_MS = WINDOW_MS;
const GAP_SPREAD_MS = 2_000;
const MAX_P95_MS = 3_000;
const REPLY_TIMEOUT_MS = 60_000;
const WALL = 'How many kilometres of the wall stood when the water came?';

/**
 * In four places at a time two members write as fast as Discord lets them, and may ask as much as
 * they like; others want an answer meanwhile. Discord's limits are those of the sandbox.
 */
export const scenario: Scenario = {
  name: 'flooding-members',
  tries: { short: 4, long: 200 },
  async run({ tries, random }) {
    const tally = new Tally();
    const waits: number[] = [];
    const ended = new AbortController();
    const bot = await slowBot();
    const { sandbox } = bot;
    try {
      const dev = sandbox.user('dev');
      const places: ChannelRef[] = ['general', 'questions'];
      for (const name of ['One', 'Two']) places.push(dev.thread('general', name));
      const floods = places.flatMap((place, i) =>
        [1, 2].map((n) => flood(sandbox.addMember(`Flood ${i} ${n}`), place, ended.signal)),
      );
      let left = tries;
      const askingIn = async (place: ChannelRef) => {
        while (left-- > 0) {
          await sleep(MIN_GAP_MS + random.below(GAP_SPREAD_MS));
          const member = sandbox.addMember(`Third ${left}`);
          await tally.try(`the question of ${member.user.global_name}`, async () => {
            const began = performance.now();
            const asked = member.say(place, `${WALL} (${left})`, { mentionBot: true });
            const reply = await member.waitForReply(asked, REPLY_TIMEOUT_MS);
            waits.push(performance.now() - began);
            if (!textOf(reply).includes('1.1 kilometres')) throw new Error(textOf(reply));
          });
        }
      };
      await Promise.all(places.map(askingIn));
      ended.abort();
      await Promise.all(floods);
      const p95 = percentile(waits, 0.95);
      await tally.try('the 95th percentile of the waits', () => {
        if (p95 > MAX_P95_MS) throw new Error(`It is ${Math.round(p95)} ms.`);
      });
      const refused = sandbox.requests.filter(({ status }) => status === 429).length;
      return tally.result({
        p50: `${Math.round(percentile(waits, 0.5))} ms`,
        p95: `${Math.round(p95)} ms`,
        'refused by Discord (429)': refused,
      });
    } finally {
      ended.abort();
      await bot.close();
    }
  },
};

function slowBot(): Promise<RunningBot> {
  const library = libraryOf(ARTICLES);
  const answer = askByWords(() => library);
  return runBot(
    {
      library: () => library,
      async ask(question, options) {
        await sleep(COMPUTING_MS);
        return answer(question, options);
      },
    },
    { rateLimits: true },
  );
}

async function flood(member: Person, place: ChannelRef, ended: AbortSignal): Promise<void> {
  for (let i = 0; !ended.aborted; i++) {
    for (let n = 0; n < BURST; n++) {
      member.say(place, `How high did the river rise, ${i} ${n}?`, { mentionBot: true });
    }
    await sleep(WINDOW_MS, undefined, { signal: ended }).catch(() => {});
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
