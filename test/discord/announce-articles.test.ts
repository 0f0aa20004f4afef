import { setTimeout as sleep } from 'node:timers/promises';
import { textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { ARTICLES } from './articles.ts';
import { libraryOf } from './library.ts';
import { expectNothingWrong, type RunningBot, runBot } from './running-bot.ts';

const NEWS = { id: 'derby', title: 'The derby', text: 'The zebra Marty won the derby in May.' };
const QUIET_MS = 300;

let bot: RunningBot;
afterEach(() => bot.close());

const start = async () => {
  bot = await runBot((sandbox) => ({
    announceChannel: sandbox.channel('general').id,
    indexCheckMs: 20,
  }));
};
const posted = () => {
  const dev = bot.sandbox.user('dev');
  return dev
    .seen('general')
    .filter(({ author }) => author.bot)
    .map(textOf);
};
const serve = (...more: Parameters<typeof libraryOf>[0]) => {
  bot.shelf.library = libraryOf([...ARTICLES, ...more], `with ${more.length}`);
};

describe('ANNOUNCE_CHANNEL', () => {
  it('is told of each new article, with its first paragraph', async () => {
    await start();
    serve(NEWS);
    await bot.sandbox.until(() => posted().length > 0);
    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toContain('New article:');
    expect(posted()[0]).toContain('The derby');
    expect(posted()[0]).toContain('The zebra Marty won the derby in May.');
    expectNothingWrong(bot);
  });

  it('is told once, and not of articles that were there or have changed', async () => {
    await start();
    serve(NEWS);
    await bot.sandbox.until(() => posted().length > 0);
    serve({ ...NEWS, text: 'The zebra Marty lost the derby in May.' });
    await sleep(QUIET_MS);
    expect(posted()).toHaveLength(1);
  });

  it('is told of five of many that are added at once', async () => {
    await start();
    serve(...Array.from({ length: 9 }, (_, n) => ({ id: `n${n}`, text: `News number ${n}.` })));
    await bot.sandbox.until(() => posted().length >= 5);
    await sleep(QUIET_MS);
    expect(posted()).toHaveLength(5);
  });

  it('that is not there is told in the log, and the bot goes on', async () => {
    bot = await runBot({ announceChannel: '100000000000000001', indexCheckMs: 20 });
    serve(NEWS);
    await expect
      .poll(() => JSON.stringify(bot.logged), { timeout: 4_000 })
      .toContain('announcement');
    const dev = bot.sandbox.user('dev');
    const reply = await dev.waitForReply(
      dev.say('general', 'Who won the derby?', { mentionBot: true }),
    );
    expect(textOf(reply)).toContain('The zebra Marty');
  });
});
