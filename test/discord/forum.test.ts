import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import type { BotOptions } from '../../src/discord/create-bot.ts';
import { postQuestion, saysSolved } from '../../src/discord/handle/forum-post.ts';
import { askByWords } from './library.ts';
import { expectNothingWrong, type RunningBot, runBot } from './running-bot.ts';

const FORUM = 'ask-the-desk';
const WALL = 'How many kilometres of the wall stood when the water came?';
/** Long enough for a reply that must not come. */
const QUIET_MS = 400;

let bot: RunningBot | undefined;
afterEach(async () => {
  await bot?.close();
  bot = undefined;
});

async function inForum(changes: Partial<BotOptions> = {}): Promise<RunningBot> {
  bot = await runBot((sandbox) => ({
    answerForums: [sandbox.channel(FORUM).id],
    helpersRole: sandbox.roleId('Helpers'),
    ...changes,
  }));
  return bot;
}

const repliesIn = ({ sandbox }: RunningBot, post: Message) =>
  sandbox
    .user('ada')
    .seen(post.channel_id)
    .filter((one) => one.author.bot);

async function expectSilence(running: RunningBot, post: Message): Promise<void> {
  await sleep(QUIET_MS);
  expect(repliesIn(running, post)).toEqual([]);
  expectNothingWrong(running);
}

describe('a new post in a forum of ANSWER_FORUMS', () => {
  it('is answered by one reply to what its title and first message ask together', async () => {
    const running = await inForum();
    const dev = running.sandbox.user('dev');
    const post = dev.post(
      FORUM,
      'The wall when the water came',
      'How many kilometres of it stood?',
    );
    const reply = await dev.waitForReply(post);
    expect(textOf(reply)).toContain('1.1 kilometres');
    dev.say({ id: post.channel_id }, 'How many visitors did the library count?');
    await sleep(QUIET_MS);
    expect(repliesIn(running, post)).toEqual([reply]);
  });

  it('has a card whose buttons go on from title and message', async () => {
    const asked: string[] = [];
    const running = await inForum({
      ask: (question, options) => {
        asked.push(question);
        return askByWords(() => running.shelf.library)(question, options);
      },
    });
    const dev = running.sandbox.user('dev');
    await dev.press(await dev.waitForReply(dev.post(FORUM, WALL, 'Thanks in advance.')), 'More');
    expect(asked).toEqual([`${WALL} Thanks in advance.`, `${WALL} Thanks in advance.`]);
  });

  it('is left alone where it is tagged as solved', async () => {
    const running = await inForum();
    const dev = running.sandbox.user('dev');
    await expectSilence(running, dev.post(FORUM, WALL, 'Found it.', { tags: ['Solved'] }));
  });

  it('is left alone where a helper opened it', async () => {
    const running = await inForum();
    const post = running.sandbox.user('chloe').post(FORUM, WALL, 'Collected answers.');
    await expectSilence(running, post);
  });

  it('is left alone where a helper was quicker', async () => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isAsked = false;
    const running = await inForum({
      ask: async (question, options) => {
        isAsked = true;
        await gate;
        return askByWords(() => running.shelf.library)(question, options);
      },
    });
    const post = running.sandbox.user('dev').post(FORUM, WALL, 'Who knows?');
    await running.sandbox.until(() => isAsked);
    running.sandbox.user('chloe').say({ id: post.channel_id }, 'I look it up.');
    letGo();
    await expectSilence(running, post);
  });

  it('is answered though somebody else has written', async () => {
    const running = await inForum();
    const dev = running.sandbox.user('dev');
    const post = dev.post(FORUM, WALL, 'Who knows?');
    running.sandbox.user('emi').say({ id: post.channel_id }, 'I would like to know, too.');
    expect(textOf(await dev.waitForReply(post))).toContain('1.1 kilometres');
  });

  it('is told that nothing answers, unless QUIET_UNLESS_SURE is set', async () => {
    const running = await inForum();
    const dev = running.sandbox.user('dev');
    const reply = await dev.waitForReply(dev.post(FORUM, 'Which zebra won?', 'Please.'));
    expect(textOf(reply)).toContain('None of my articles');
  });
});

describe('with QUIET_UNLESS_SURE', () => {
  it('a post that no article answers is left alone, and one that is answered is not', async () => {
    const running = await inForum({ quietUnlessSure: true });
    const dev = running.sandbox.user('dev');
    await expectSilence(running, dev.post(FORUM, 'Which zebra won?', 'Please.'));
    const sure = dev.post(FORUM, WALL, 'Please.');
    expect(textOf(await dev.waitForReply(sure))).toContain('1.1 kilometres');
  });

  it('a post that mentions the bot is answered in any case', async () => {
    const running = await inForum({ quietUnlessSure: true });
    const dev = running.sandbox.user('dev');
    const text = `<@${running.sandbox.botId}> please`;
    const reply = await dev.waitForReply(dev.post(FORUM, 'Which zebra won?', text));
    expect(textOf(reply)).toContain('None of my articles');
  });
});

describe('a forum that is not in ANSWER_FORUMS', () => {
  it('is left alone', async () => {
    const running = await inForum({ answerForums: [], answerChannels: ['123456789012345678'] });
    await expectSilence(running, running.sandbox.user('dev').post(FORUM, WALL, 'Please.'));
  });
});

describe('saysSolved', () => {
  it.each([
    'Solved',
    'SOLVED',
    '✅ solved',
    '[Gelöst]',
    'gelöst',
    'Résolu',
    'resuelto',
  ])('is true of %j', (tag) => expect(saysSolved(tag)).toBe(true));

  it.each([
    'Unsolved',
    'Not solved',
    'ungelöst',
    'solved?? no',
    'Solver',
    'Town',
    '',
    '✅',
  ])('is false of %j', (tag) => expect(saysSolved(tag)).toBe(false));
});

describe('postQuestion', () => {
  it('says the title once where the text begins with it', () => {
    expect(postQuestion('Who is mayor?', 'who is mayor? I forgot.')).toBe(
      'who is mayor? I forgot.',
    );
    expect(postQuestion('Who is mayor?', '')).toBe('Who is mayor?');
  });

  it('ends at a word where it would be too long for a question', () => {
    const question = postQuestion('Who is mayor?', 'and so on '.repeat(100));
    expect(question.length).toBeLessThanOrEqual(500);
    expect(question).toMatch(/^Who is mayor\? and so on .* (?:and|so|on)$/u);
  });
});
