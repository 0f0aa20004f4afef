import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { textOf } from '@pullquote/sandbox';
import { type RunningBot, runBot } from '../../discord/running-bot.ts';
import { eventsOfAllKinds, QUESTION } from '../gateway-events.ts';
import { mutate } from '../mutate.ts';
import type { Scenario } from '../scenario.ts';

/** Between two logins, which are what sets a client right that was told untruths. */
const EVENTS_A_SESSION = 2_500;
/** Events sent before the bot gets a turn. */
const EVENTS_A_TURN = 50;
const REPLY_TIMEOUT_MS = 15_000;

/** Events of all kinds, each of which is wrong somewhere, reach the real client. */
export const scenario: Scenario = {
  name: 'gateway-payloads',
  tries: { short: 1_500, long: 10_000 },
  async run({ tries, random }) {
    const bot = await runBot();
    const failures: string[] = [];
    const onRejection = (reason: unknown) => failures.push(`nobody took ${String(reason)}`);
    process.on('unhandledRejection', onRejection);
    process.on('uncaughtException', onRejection);
    const broken = new Map<string, number>();
    let worstMs = 0;
    try {
      const events = await eventsOfAllKinds(bot);
      for (let sent = 0; sent < tries; sent++) {
        const { type, data } = events[random.below(events.length)] as (typeof events)[number];
        bot.sandbox.faults.dispatch(type, mutate(data, random));
        if (sent % EVENTS_A_TURN === 0) await turn();
        if ((sent + 1) % EVENTS_A_SESSION === 0 || sent === tries - 1) {
          worstMs = Math.max(worstMs, await answersAfterLogin(bot));
        }
        takeBroken(bot, broken);
      }
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    } finally {
      await bot.close();
      process.off('unhandledRejection', onRejection);
      process.off('uncaughtException', onRejection);
    }
    const worst = [...broken].sort(([, a], [, b]) => b - a);
    const total = worst.reduce((sum, [, count]) => sum + count, 0);
    return {
      tried: tries,
      survived: tries - failures.length,
      worstMs,
      failures: failures.slice(0, 5),
      figures: {
        dropped: total,
        'most of them': worst
          .slice(0, 6)
          .map(([kind, count]) => `${kind} ${count}`)
          .join(' '),
      },
    };
  },
};

/** @returns how long it took until a real question was answered in a new session, in milliseconds */
async function answersAfterLogin({ sandbox, logged }: RunningBot): Promise<number> {
  const began = performance.now();
  logged.length = 0;
  sandbox.faults.invalidSession(false);
  while (!logged.some(({ msg }) => msg === 'connected')) {
    if (performance.now() - began > REPLY_TIMEOUT_MS) throw new Error('The bot did not come back.');
    await sleep(20);
  }
  const dev = sandbox.user('dev');
  const asked = dev.say('general', QUESTION, { mentionBot: true });
  const reply = await dev.waitForReply(asked, REPLY_TIMEOUT_MS);
  if (!textOf(reply).includes('1.1 kilometres')) throw new Error(`The answer was ${textOf(reply)}`);
  return performance.now() - began;
}

function takeBroken({ logged }: RunningBot, broken: Map<string, number>): void {
  for (const { msg, event } of logged.splice(0)) {
    if (msg !== 'an event could not be read') continue;
    broken.set(String(event), (broken.get(String(event)) ?? 0) + 1);
  }
}
