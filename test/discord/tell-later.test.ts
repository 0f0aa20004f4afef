import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, type Outcome, textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import type { BotOptions } from '../../src/discord/create-bot.ts';
import { ARTICLES } from './articles.ts';
import { libraryOf } from './library.ts';
import { expectNothingWrong, type RunningBot, runBot } from './running-bot.ts';

const TELL_ME = 'Tell me when an article answers';
const ZEBRA = 'Which zebra won the derby?';
const NEWS = { id: 'derby', text: 'The zebra Marty won the derby in May.' };
const QUIET_MS = 300;
const POLL = { timeout: 5_000 };

let bot: RunningBot;
afterEach(() => bot.close());

const dev = () => bot.sandbox.user('dev');
const said = ({ message, failure }: Outcome) => (message ? textOf(message) : failure);
const run = async (changes: Partial<BotOptions> = {}) => {
  bot = await runBot({ keepQuestionsDays: 7, indexCheckMs: 20, ...changes });
};
const miss = (question = ZEBRA): Promise<Message> =>
  dev().waitForReply(dev().say('general', question, { mentionBot: true }));
const told = (name = 'dev') => {
  const user = bot.sandbox.user(name);
  return user
    .seen(user.dmChannel)
    .filter((one) => one.author.bot)
    .map(textOf);
};
const addArticle = (article = NEWS) => {
  bot.shelf.library = libraryOf([...ARTICLES, article], 'g2');
};
const onDisk = () => readFileSync(join(bot.dataDir, 'questions.json'), 'utf8');

describe('"Tell me when an article answers"', () => {
  it('sends whoever pressed it one direct message with the card, once an article answers', async () => {
    await run();
    expect(said(await dev().press(await miss(), TELL_ME))).toContain('within 7 days');
    addArticle();
    await bot.sandbox.until(() => told().length > 0);
    expect(told()[0]).toContain('An article answers now what you asked in');
    expect(told()[0]).toContain('The zebra Marty won the derby');
    await expect.poll(onDisk, POLL).not.toContain('zebra');
    addArticle({ id: 'more', text: 'The zebra Marty won the derby again.' });
    await sleep(QUIET_MS);
    expect(told()).toHaveLength(1);
    expectNothingWrong(bot);
  });

  it('waits over changes that answer nothing, and over a restart', async () => {
    await run();
    await dev().press(await miss(), TELL_ME);
    addArticle({ id: 'other', text: 'The library counted turnips.' });
    await sleep(QUIET_MS);
    expect(told()).toEqual([]);
    bot.shelf.library = libraryOf([...ARTICLES, NEWS], 'g3');
    await bot.restart();
    await bot.sandbox.until(() => told().length > 0);
  });

  it('is for everybody who wants to know', async () => {
    await run();
    const card = await miss();
    for (const name of ['dev', 'emi']) await bot.sandbox.user(name).press(card, TELL_ME);
    addArticle();
    await bot.sandbox.until(() => told('dev').length + told('emi').length === 2);
  });

  it('is taken back by /forget-me', async () => {
    await run();
    await dev().press(await miss(), TELL_ME);
    await dev().slash('general', 'forget-me');
    addArticle();
    await sleep(QUIET_MS);
    expect(told()).toEqual([]);
  });

  it('tells nothing to who takes no direct messages, and waits no more', async () => {
    await run();
    await dev().press(await miss(), TELL_ME);
    const body = JSON.stringify({ message: 'Cannot send messages to this user', code: 50007 });
    const closed = { status: 403, type: 'application/json', body };
    bot.sandbox.faults.answerNext(closed, `POST /channels/${dev().dmChannel.id}/messages`, 1);
    addArticle();
    await expect.poll(onDisk, POLL).not.toContain('zebra');
    expect(told()).toEqual([]);
    expectNothingWrong(bot);
  });

  it('waits for members who ask: their questions go first', async () => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const asked: string[] = [];
    await run();
    await dev().press(await miss(), TELL_ME);
    await bot.restart({
      ask: async (question) => {
        asked.push(question);
        if (question.includes('yak')) await gate;
        return {
          question,
          status: 'missed',
          confidence: 0,
          quotes: [],
          nearest: [],
          milliseconds: 1,
        };
      },
    });
    await expect.poll(() => asked.length, POLL).toBe(1);
    dev().say('general', 'Which yak won?', { mentionBot: true });
    await expect.poll(() => asked.length, POLL).toBe(2);
    addArticle();
    await sleep(QUIET_MS);
    expect(asked).toEqual([ZEBRA, 'Which yak won?']);
    letGo();
    await expect.poll(() => asked.length, POLL).toBe(4);
    // A member's question is asked anew where the index was swapped meanwhile.
    expect(asked.slice(2)).toEqual(['Which yak won?', ZEBRA]);
  });
});

describe('no button to be told is shown', () => {
  it('where no questions are kept', async () => {
    await run({ keepQuestionsDays: 0 });
    expect(JSON.stringify(await miss())).not.toContain(TELL_ME);
  });

  it('in direct messages, whose questions are never kept', async () => {
    await run();
    const reply = await dev().waitForReply(dev().say(dev().dmChannel, ZEBRA));
    expect(textOf(reply)).toContain('None of my articles');
    expect(JSON.stringify(reply)).not.toContain(TELL_ME);
  });
});
