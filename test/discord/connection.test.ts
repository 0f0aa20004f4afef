import { afterEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/discord/index.ts';
import { PullquoteError, SettingError } from '../../src/errors.ts';
import { type Sandbox, startSandbox, textOf } from '../../src/sandbox/index.ts';
import { ARTICLES } from './articles.ts';
import { libraryOf } from './library.ts';
import { optionsFor, type RunningBot, runBot } from './running-bot.ts';

const WALL = 'How many kilometres of the wall stood when the water came?';
const shelf = { library: libraryOf(ARTICLES) };

let open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

async function running(...args: Parameters<typeof runBot>): Promise<RunningBot> {
  const bot = await runBot(...args);
  open.push(bot);
  return bot;
}

async function sandboxOnly(): Promise<Sandbox> {
  const sandbox = await startSandbox({ rateLimits: false });
  open.push(sandbox);
  return sandbox;
}

const repliesTo = (bot: RunningBot, text: string) => {
  const dev = bot.sandbox.user('dev');
  const asked = dev.seen('general').find((one) => one.content.endsWith(text));
  return dev
    .seen('general')
    .filter((one) => one.author.bot && one.message_reference?.message_id === asked?.id);
};

describe('start', () => {
  it('with a wrong token ends with one line that says where to get the right one', async () => {
    const sandbox = await sandboxOnly();
    const token = 'wrong.token.wrong.token.wrong';
    const starting = createBot({ ...optionsFor(sandbox, shelf), token }).start();
    await expect(starting).rejects.toThrow(SettingError);
    await expect(starting).rejects.toThrow(/^DISCORD_TOKEN is not accepted[^\n]*$/u);
  });

  it('with the intent switched off in the portal says which switch', async () => {
    const sandbox = await sandboxOnly();
    sandbox.faults.disallowIntent('MessageContent');
    const options = { ...optionsFor(sandbox, shelf), answerChannels: ['123456789012345678'] };
    const starting = createBot(options).start();
    await expect(starting).rejects.toThrow(SettingError);
    await expect(starting).rejects.toThrow('Message Content Intent');
  });

  it('asks for no privileged intent by default', async () => {
    const sandbox = await sandboxOnly();
    sandbox.faults.disallowIntent('MessageContent');
    sandbox.faults.disallowIntent('GuildMembers');
    sandbox.faults.disallowIntent('GuildPresences');
    const bot = createBot(optionsFor(sandbox, shelf));
    await bot.start();
    await bot.stop();
  });

  it('without a Discord at the address ends with one line', async () => {
    const sandbox = await sandboxOnly();
    const options = { ...optionsFor(sandbox, shelf), apiUrl: 'http://127.0.0.1:1/api' };
    const starting = createBot(options).start();
    await expect(starting).rejects.toThrow(PullquoteError);
    await expect(starting).rejects.toThrow('cannot be reached (ECONNREFUSED)');
  });

  it('gives an invite link with the fewest permissions', async () => {
    const permissions = (invite: string) => new URL(invite).searchParams.get('permissions');
    const plain = await running();
    expect(new URL(plain.invite).searchParams.get('scope')).toBe('bot applications.commands');
    expect(permissions(plain.invite)).toBe(
      String(0x40n | 0x400n | 0x800n | 0x10000n | (1n << 38n)),
    );
  });

  it('registers the commands once and not again', async () => {
    const bot = await running();
    const puts = () => bot.sandbox.requests.filter(({ method }) => method === 'PUT').length;
    expect(puts()).toBe(1);
    await bot.restart();
    expect(puts()).toBe(1);
  });
});

describe('a connection that breaks', () => {
  it('is resumed, and a question asked in between is answered once', async () => {
    const bot = await running();
    bot.sandbox.faults.dropSocket();
    bot.sandbox.user('dev').say('general', WALL, { mentionBot: true });
    await bot.sandbox.until(() => repliesTo(bot, WALL).length > 0, 15_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(repliesTo(bot, WALL)).toHaveLength(1);
    expect(bot.logged.some(({ msg }) => msg === 'resumed')).toBe(true);
  });

  it('is taken up again when Discord asks for it (op 7)', async () => {
    const bot = await running();
    bot.sandbox.faults.reconnect();
    bot.sandbox.user('dev').say('general', WALL, { mentionBot: true });
    await bot.sandbox.until(() => repliesTo(bot, WALL).length > 0, 15_000);
    expect(repliesTo(bot, WALL)).toHaveLength(1);
  });

  it.each([true, false])('is begun anew after op 9 (resumable: %s)', async (resumable) => {
    const bot = await running();
    bot.sandbox.faults.invalidSession(resumable);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const dev = bot.sandbox.user('dev');
    const answered = async () => {
      const asked = dev.say('general', WALL, { mentionBot: true });
      return dev.waitForReply(asked, 1_000).catch(() => undefined);
    };
    let reply = await answered();
    for (let tries = 0; !reply && tries < 12; tries++) reply = await answered();
    expect(reply && textOf(reply)).toContain('1.1 kilometres');
  });

  it('is noticed when heartbeats get no answer', async () => {
    const bot = await running({}, { heartbeatMs: 200 });
    bot.sandbox.faults.withholdAcks();
    const noticed = () => bot.logged.some(({ msg }) => msg === 'reconnecting');
    while (!noticed()) await new Promise((resolve) => setTimeout(resolve, 50));
    bot.sandbox.faults.withholdAcks(false);
    bot.sandbox.user('dev').say('general', WALL, { mentionBot: true });
    await bot.sandbox.until(() => repliesTo(bot, WALL).length > 0, 15_000);
    expect(repliesTo(bot, WALL)).toHaveLength(1);
  });

  it.each([429, 502])('over REST (%i) is tried again', async (status) => {
    const bot = await running();
    bot.sandbox.faults.failNext(status, /POST .*\/messages$/u, 1);
    const dev = bot.sandbox.user('dev');
    const reply = await dev.waitForReply(dev.say('general', WALL, { mentionBot: true }), 15_000);
    expect(textOf(reply)).toContain('1.1 kilometres');
  });

  it('takes events that come before the answer to the request that caused them', async () => {
    const bot = await running();
    bot.sandbox.faults.delayRest(300);
    const dev = bot.sandbox.user('dev');
    dev.say('general', WALL, { mentionBot: true });
    await bot.sandbox.until(() => repliesTo(bot, WALL).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(repliesTo(bot, WALL)).toHaveLength(1);
  });
});

describe('the deadline of 3 s', () => {
  it('is kept while every answer takes longer', async () => {
    const bot = await running((sandbox) => {
      const { ask } = optionsFor(sandbox, shelf);
      return {
        concurrency: 1,
        ask: async (question, options) => {
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          return ask(question, options);
        },
      };
    });
    const dev = bot.sandbox.user('dev');
    const outcomes = await Promise.all(
      ['one wall kilometres?', 'two wall kilometres?', 'three wall kilometres?'].map((question) =>
        dev.slash('general', 'ask', { question }),
      ),
    );
    expect(outcomes.map(({ failure }) => failure)).toEqual([null, null, null]);
    for (const { message } of outcomes) expect(message && textOf(message)).toContain('kilometres');
  });
});

describe('stop', () => {
  it('finishes what is open, tells newcomers, and closes the gateway with 1000', async () => {
    const bot = await running((sandbox) => {
      const { ask } = optionsFor(sandbox, shelf);
      return {
        ask: async (question, options) => {
          await new Promise((resolve) => setTimeout(resolve, 500));
          return ask(question, options);
        },
      };
    });
    const dev = bot.sandbox.user('dev');
    const asked = dev.say('general', WALL, { mentionBot: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopping = bot.stopBot();
    const late = dev.say('general', 'And who is mayor?', { mentionBot: true });
    expect(textOf(await dev.waitForReply(late))).toContain('about to restart');
    expect(textOf(await dev.waitForReply(asked))).toContain('1.1 kilometres');
    await stopping;
  });
});
