import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Outcome, textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReindexSummary } from '../../src/discord/create-bot.ts';
import type { Ask } from '../../src/passage.ts';
import { askByWords } from './library.ts';
import { type RunningBot, runBot } from './running-bot.ts';

const WALL = 'How many kilometres of the wall stood when the water came?';

let bot: RunningBot;
afterEach(() => bot.close());

const dev = () => bot.sandbox.user('dev');
const said = (outcome: Outcome) => (outcome.message ? textOf(outcome.message) : outcome.failure);
const card = () => dev().waitForReply(dev().say('general', WALL, { mentionBot: true }));

describe('an apology', () => {
  it('for a card that cannot be deleted is private, and the card stays as it is', async () => {
    bot = await runBot();
    const reply = await card();
    const before = textOf(reply);
    bot.sandbox.faults.failNext(500, 'DELETE /webhooks', 4);
    const outcome = await dev().press(reply, '🗑️');
    await bot.sandbox.until(() => outcome.followUps.length > 0);
    const [apology] = outcome.followUps;
    expect(apology && textOf(apology)).toContain('Something went wrong');
    expect(apology?.ephemeral_to).toBe(dev().id);
    expect(textOf(reply)).toBe(before);
  });

  it.each([
    ['at once', 0],
    ['after a while', 400],
  ])('for a question asked in public by command is private, be it %s', async (_, milliseconds) => {
    const ask = async () => {
      if (milliseconds > 0) await sleep(milliseconds);
      throw new TypeError('internal detail');
    };
    bot = await runBot({ ask });
    const outcome = await dev().slash('general', 'ask', { question: WALL });
    const seenBy = (name: string) =>
      bot.sandbox
        .user(name)
        .seen('general')
        .filter((one) => one.author.bot);
    await bot.sandbox.until(() => seenBy('emi').length === 0);
    expect(outcome.deferred).toBe(milliseconds > 0);
    expect(seenBy('dev').map(textOf)).toEqual([expect.stringContaining('Something went wrong')]);
  });

  it('for a page that cannot be turned is private, and the page stays', async () => {
    bot = await runBot();
    const source = await dev().slash('general', 'source', { article: 'flood alder' });
    const page = source.message;
    if (!page) throw new Error('No page.');
    const before = textOf(page);
    const { library } = bot.shelf;
    bot.shelf.library = {
      ...library,
      read: async () => {
        throw new TypeError('broken');
      },
    };
    const outcome = await dev().press(page, 'Next');
    expect(said(outcome)).toContain('Something went wrong');
    expect(outcome.ephemeral).toBe(true);
    expect(textOf(page)).toBe(before);
  });
});

describe('what goes wrong with an edited question', () => {
  it('leaves the answer that it got before as it is', async () => {
    const byWords = askByWords(() => bot.shelf.library);
    const ask: Ask = async (question, options) => {
      if (question.includes('zebra')) throw new TypeError('internal detail');
      return byWords(question, options);
    };
    bot = await runBot({ ask });
    const question = dev().say('general', WALL, { mentionBot: true });
    const reply = await dev().waitForReply(question);
    const before = textOf(reply);
    dev().edit(question, `<@${bot.sandbox.botId}> Which zebra won?`);
    await bot.sandbox.until(() => bot.logged.some(({ msg }) => msg === 'something went wrong'));
    await sleep(250);
    expect(textOf(reply)).toBe(before);
  });
});

describe('a refusal of a question that was asked in public by command', () => {
  it('is seen by the asker only', async () => {
    bot = await runBot({ questionsPerMinute: { member: 1, guild: 100 } });
    await dev().slash('general', 'ask', { question: WALL });
    const second = await dev().slash('general', 'ask', { question: 'Who is mayor?' });
    expect(said(second)).toMatch(/Ask again in \d+ s\./u);
    expect(second.ephemeral).toBe(true);
  });
});

describe('a miss', () => {
  it('is shown though the question cannot be kept, which is logged once', async () => {
    bot = await runBot({ keepQuestionsDays: 7 });
    await mkdir(join(bot.dataDir, 'questions.json'));
    for (const question of ['Which zebra won?', 'Which yak won?']) {
      const asked = dev().say('general', question, { mentionBot: true });
      expect(textOf(await dev().waitForReply(asked))).toContain('None of my articles');
      expect(said(await dev().slash('general', 'ask', { question }))).toContain('None of my');
    }
    const failures = bot.logged.filter(({ msg }) => msg === 'questions cannot be kept on disk');
    expect(failures).toHaveLength(1);
    await rm(join(bot.dataDir, 'questions.json'), { recursive: true });
  });
});

describe('/reindex', () => {
  it('ends on what was done, though its progress was still on its way', async () => {
    const summary: ReindexSummary = {
      added: ['a.md'],
      changed: [],
      removed: [],
      skipped: [],
      seconds: 5,
    };
    bot = await runBot({
      async reindex(onProgress) {
        vi.useFakeTimers({ toFake: ['Date'] });
        for (const done of [10, 90]) {
          vi.setSystemTime(Date.now() + 3_000);
          onProgress({ done, total: 100 });
        }
        return summary;
      },
    });
    bot.sandbox.faults.delayRest(300);
    const outcome = await bot.sandbox.user('ben').slash('general', 'reindex');
    vi.useRealTimers();
    await bot.sandbox.until(() => said(outcome)?.includes('Done in') ?? false, 10_000);
    await sleep(1_000);
    expect(said(outcome)).toContain('Done in 5 s');
  });
});
