import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, type Outcome, textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningBot, runBot } from './running-bot.ts';

const WALL = 'How many kilometres of the wall stood when the water came?';
/** The default of `QUESTIONS_PER_MINUTE`. */
const MEMBER_PER_MINUTE = 6;
const WITHIN_MS = 3_000;

let bot: RunningBot;
afterEach(() => bot.close());

const said = (outcome: Outcome) => (outcome.message ? textOf(outcome.message) : outcome.failure);
const dev = () => bot.sandbox.user('dev');
const botMessages = () =>
  dev()
    .seen('general')
    .filter((one) => one.author.bot);

describe('a member who floods', () => {
  it('gets answers, one notice, and then silence, without typing', async () => {
    bot = await runBot({ questionsPerMinute: { member: 3, guild: 1_000 } });
    const asked: Message[] = [];
    for (let i = 0; i < 40; i++) {
      asked.push(dev().say('general', `How high did the river rise, ${i}?`, { mentionBot: true }));
    }
    await bot.sandbox.until(() => botMessages().length >= 4);
    await sleep(300);
    const texts = botMessages().map(textOf);
    expect(texts).toHaveLength(4);
    expect(texts.filter((text) => /Ask again in \d+ s\./u.test(text))).toHaveLength(1);
    const typed = bot.sandbox.requests.filter(({ path }) => path.endsWith('/typing'));
    expect(typed.length).toBeLessThanOrEqual(3);
  });

  it('does not keep a third one waiting, at Discord’s own limits', async () => {
    bot = await runBot(
      { questionsPerMinute: { member: MEMBER_PER_MINUTE, guild: 1_000 } },
      { rateLimits: true },
    );
    for (let i = 0; i < 3; i++) {
      for (const name of ['dev', 'emi']) {
        const member = bot.sandbox.user(name);
        member.say('general', `How high did the river rise, ${i} ${name}?`, { mentionBot: true });
      }
    }
    await sleep(500);
    const chloe = bot.sandbox.user('chloe');
    const began = performance.now();
    const asked = chloe.say('general', WALL, { mentionBot: true });
    const reply = await chloe.waitForReply(asked, 2 * WITHIN_MS);
    expect(textOf(reply)).toContain('1.1 kilometres');
    expect(performance.now() - began).toBeLessThan(WITHIN_MS);
    expect(bot.sandbox.requests.some(({ status }) => status === 429)).toBe(false);
  });

  it('of requests to mark answers gets a few counted, and each question once', async () => {
    bot = await runBot({ keepQuestionsDays: 7 });
    const card = await dev().waitForReply(dev().say('general', WALL, { mentionBot: true }));
    for (let i = 0; i < 30; i++) expect(said(await dev().press(card, '👎'))).toContain('Thank you');
    const ben = bot.sandbox.user('ben');
    expect(said(await ben.slash('general', 'gaps'))).toContain(`${WALL} · 👎 · 1×`);
    expect(said(await ben.slash('general', 'status'))).toContain('👎 10 since');
    expect(said(await dev().slash('general', 'forget-me'))).toContain('1 of your questions');
  });

  it('in a channel where the bot may not write gets one DM', async () => {
    bot = await runBot();
    bot.sandbox.faults.forbid('SendMessages', 'general');
    await sleep(50);
    for (let i = 0; i < 5; i++) dev().say('general', WALL, { mentionBot: true });
    const told = () =>
      dev()
        .seen(dev().dmChannel)
        .filter((one) => one.author.bot);
    await bot.sandbox.until(() => told().length > 0);
    await sleep(200);
    expect(told()).toHaveLength(1);
  });
});
