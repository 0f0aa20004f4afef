import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, textOf, type World } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import type { Ask } from '../../src/passage.ts';
import { askByWords } from './library.ts';
import { expectNothingWrong, type RunningBot, runBot } from './running-bot.ts';

const WALL = 'How many kilometres of the wall stood when the water came?';
const LIBRARY = 'How many visitors did the library count?';
/** Long enough for a reply that must not come. */
const QUIET_MS = 250;

let bot: RunningBot;
afterEach(() => bot.close());

const dev = () => bot.sandbox.user('dev');
const asks = (question: string) => dev().say('general', question, { mentionBot: true });
const repliesAfter = ({ id }: Message) =>
  dev()
    .seen('general')
    .filter((one) => one.author.bot && BigInt(one.id) > BigInt(id));

/** A bot that computes until it is let go, and counts what it was asked. */
async function slowBot() {
  const asked: string[] = [];
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const ask: Ask = async (question, options) => {
    asked.push(question);
    await gate;
    return askByWords(() => bot.shelf.library)(question, options);
  };
  bot = await runBot({ ask });
  const computing = (count = 1) => bot.sandbox.until(() => asked.length >= count);
  return { asked, computing, letGo };
}

/** Discord sends an event again, as after a lost connection. */
function sendAgain(message: Message): void {
  const { world } = dev() as unknown as { world: World };
  world.publish('MESSAGE_CREATE', message, bot.sandbox.channel({ id: message.channel_id }));
}

describe('a question gets exactly one reply', () => {
  it('when Discord sends it twice, while it is computed and after', async () => {
    const { asked, computing, letGo } = await slowBot();
    const question = asks(WALL);
    await computing();
    // So many that the client itself no longer knows the message.
    for (let i = 0; i < 60; i++) bot.sandbox.user('emi').say('general', `chatter ${i}`);
    sendAgain(question);
    letGo();
    await dev().waitForReply(question);
    sendAgain(question);
    await sleep(QUIET_MS);
    expect(asked).toHaveLength(1);
    expect(repliesAfter(question)).toHaveLength(1);
  });

  it('which answers the last wording when it is edited while it is computed', async () => {
    const { computing, letGo } = await slowBot();
    const question = asks(WALL);
    await computing();
    for (const wording of ['Which zebra won?', 'Which turnip won?', LIBRARY]) {
      dev().edit(question, `<@${bot.sandbox.botId}> ${wording}`);
    }
    letGo();
    const reply = await dev().waitForReply(question);
    await bot.sandbox.until(() => textOf(reply).includes('41,000 visitors'));
    await sleep(QUIET_MS);
    expect(repliesAfter(question)).toEqual([reply]);
    expect(textOf(reply)).toContain('41,000 visitors');
  });

  it('which stays when an edit cannot be answered', async () => {
    bot = await runBot({ questionsPerMinute: { member: 1, guild: 100 } });
    const question = asks(WALL);
    const reply = await dev().waitForReply(question);
    dev().edit(question, `<@${bot.sandbox.botId}> ${LIBRARY}`);
    await sleep(QUIET_MS);
    expect(textOf(reply)).toContain('1.1 kilometres');
    expect(repliesAfter(question)).toEqual([reply]);
  });

  it('and none once that was deleted, whatever is edited then', async () => {
    bot = await runBot();
    const question = asks(WALL);
    await dev().press(await dev().waitForReply(question), '🗑️');
    dev().edit(question, `<@${bot.sandbox.botId}> ${LIBRARY}`);
    await sleep(QUIET_MS);
    expect(repliesAfter(question)).toEqual([]);
    expectNothingWrong(bot);
  });
});

describe('a question that was deleted while it was computed', () => {
  it('gets no reply that nobody would know what to make of, nor is anything logged', async () => {
    const { computing, letGo } = await slowBot();
    const question = asks(WALL);
    await computing();
    dev().delete(question);
    letGo();
    await sleep(QUIET_MS);
    expect(repliesAfter(question)).toEqual([]);
    expectNothingWrong(bot);
  });

  it('gets none either when an edit comes after it', async () => {
    const { computing, letGo } = await slowBot();
    const question = asks(WALL);
    await computing();
    dev().delete(question);
    const { world } = dev() as unknown as { world: World };
    const edited = { ...question, content: `<@${bot.sandbox.botId}> ${LIBRARY}` };
    world.publish('MESSAGE_UPDATE', edited, bot.sandbox.channel('general'));
    letGo();
    await sleep(QUIET_MS);
    expect(repliesAfter(question)).toEqual([]);
  });
});

describe('where the bot may not read the history', () => {
  it('an answer stands without a reference, and repeats the question', async () => {
    bot = await runBot();
    bot.sandbox.faults.forbid('ReadMessageHistory', 'general');
    await sleep(50);
    const question = asks(WALL);
    const reply = await dev().waitForReply(question);
    expect(reply.message_reference).toBeNull();
    expect(textOf(reply)).toContain(`❓ ${WALL}`);
    expect(textOf(reply)).toContain('1.1 kilometres');
    expect(bot.sandbox.requests.some(({ status }) => status >= 400)).toBe(false);
    const more = await dev().press(reply, 'More');
    expect(more.message && textOf(more.message)).not.toContain('The question is gone');
  });
});
