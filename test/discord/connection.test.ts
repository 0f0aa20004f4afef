import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type Sandbox, startSandbox, textOf } from '@pullquote/sandbox';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { type BotOptions, createBot } from '../../src/discord/create-bot.ts';
import { PullquoteError, SettingError } from '../../src/errors.ts';
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

/** Starts a bot, and stops it in the end; what it logs is kept. */
function starting(sandbox: Sandbox, changes: Partial<BotOptions> = {}) {
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => logged.push(JSON.parse(line)) });
  const bot = createBot({ ...optionsFor(sandbox, shelf), log, ...changes });
  open.unshift({ close: () => bot.stop() });
  const started = bot.start();
  started.catch(() => {});
  const said = (words: string | RegExp) =>
    expect.poll(() => logged.map(({ msg }) => msg).join('\n'), { timeout: 15_000 }).toMatch(words);
  return { bot, started, logged, said };
}

const GATEWAY = 'GET /gateway/bot';
const information = (changes: object = {}) => ({
  url: 'ws://127.0.0.1:1',
  shards: 1,
  session_start_limit: { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 1 },
  ...changes,
});
const json = (body: unknown) => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(body),
});

describe('start, with something at the address that is no Discord,', () => {
  it.each([
    ['HTML', { status: 200 }, 'does not answer as Discord does'],
    ['{}', json({}), 'does not answer as Discord does'],
    ['null', json(null), 'does not answer as Discord does'],
    ['bad JSON', { ...json(0), body: '{"url"' }, 'does not answer as Discord does'],
    ['403', { status: 403 }, 'refuses the bot (403)'],
    ['403 and null', { ...json(null), status: 403 }, 'does not answer as Discord does'],
    ['a web address', json(information({ url: 'http://127.0.0.1:1' })), 'no address of a gateway'],
    ['half an address', json(information({ url: 'wss://' })), 'no address of a gateway'],
    ['no address', json(information({ url: '' })), 'no address of a gateway'],
  ])('ends with one line that says so: %s', async (_, answer, line) => {
    const sandbox = await sandboxOnly();
    sandbox.faults.answerNext(answer, GATEWAY, 10);
    const { started } = starting(sandbox);
    await expect(started).rejects.toThrow(SettingError);
    await expect(started).rejects.toThrow(line);
    await expect(started).rejects.toThrow(/^[^\n]*DISCORD_API_URL[^\n]*$/u);
  });

  it('ends when the address is none', async () => {
    const { started } = starting(await sandboxOnly(), { apiUrl: 'http://127.0.0.1:99999/api' });
    await expect(started).rejects.toThrow(SettingError);
  });
});

describe('start, with trouble that may pass,', () => {
  it.each([
    ['429', { status: 429 }, 'asks the bot to wait'],
    ['500', { status: 500 }, 'has a fault of its own (500)'],
  ])('says so in one line and goes on when it has passed: %s', async (_, answer, line) => {
    const sandbox = await sandboxOnly();
    sandbox.faults.answerNext(answer, GATEWAY, 2);
    const { started, logged } = starting(sandbox);
    await started;
    const lines = logged.filter(({ msg }) => String(msg).includes(line));
    expect(lines).toHaveLength(1);
  });

  it('waits until Discord allows a login again, and says until when', async () => {
    const sandbox = await sandboxOnly();
    const session_start_limit = { total: 1, remaining: 0, reset_after: 500, max_concurrency: 1 };
    sandbox.faults.answerNext(json(information({ session_start_limit })), GATEWAY);
    const { started, said } = starting(sandbox);
    await started;
    await said(/used up its logins .* at \d{4}-\d\d-\d\d \d\d:\d\d UTC/u);
  });

  it('goes on without its commands when Discord does not take them', async () => {
    const sandbox = await sandboxOnly();
    const body = JSON.stringify({ message: 'Missing Access', code: 50001 });
    const answer = { status: 403, type: 'application/json', body };
    sandbox.faults.answerNext(answer, /^(?:GET|PUT) .*\/commands/u, 1);
    const { started, said } = starting(sandbox);
    await started;
    await said('did not take the commands (403, code 50001)');
    const dev = sandbox.user('dev');
    const reply = await dev.waitForReply(dev.say('general', WALL, { mentionBot: true }));
    expect(textOf(reply)).toContain('1.1 kilometres');
    await said('commands are known');
    expect(dev.commands('general').map(({ name }) => name)).toContain('ask');
  });

  it.each([400, 429, 500])('… whatever the refusal: %i', async (status) => {
    const sandbox = await sandboxOnly();
    sandbox.faults.answerNext({ status }, 'PUT', 1);
    const { started, said } = starting(sandbox);
    await started;
    await said(`did not take the commands (${status})`);
  });

  it('says why the gateway refuses, once, and asks less and less often', async () => {
    const sandbox = await sandboxOnly();
    const gateway = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    open.push({ close: async () => gateway.close() });
    await once(gateway, 'listening');
    let connections = 0;
    gateway.on('connection', (socket) => {
      connections++;
      socket.close(4000);
    });
    const url = `ws://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
    sandbox.faults.answerNext(json(information({ url })), GATEWAY);
    const { bot, logged, said } = starting(sandbox);
    await said('reconnecting');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const lost = logged.filter(({ msg }) => msg === 'reconnecting');
    expect(lost).toMatchObject([{ code: 4000, reason: 'UnknownError' }]);
    // Twice a second it would be eight.
    expect(connections).toBeLessThanOrEqual(5);
    await bot.stop();
  });
});

describe('stop while connecting', () => {
  it('ends the start with one line, and says goodbye to the gateway with 1000', async () => {
    const sandbox = await sandboxOnly();
    const gateway = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    open.push({ close: async () => gateway.close() });
    await once(gateway, 'listening');
    const url = `ws://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
    sandbox.faults.answerNext(json(information({ url })), GATEWAY);
    const { bot, started } = starting(sandbox);
    const [socket] = await once(gateway, 'connection');
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 } }));
    await once(socket, 'message');
    const closed = once(socket, 'close');
    await bot.stop();
    expect((await closed)[0]).toBe(1000);
    await expect(started).rejects.toThrow(PullquoteError);
    await expect(started).rejects.toThrow('The bot was stopped');
  });

  it('leaves nothing behind: the process ends within 2 s, whatever does not answer', async () => {
    const [hanging, noGateway, muteGateway, refusing] = (await Promise.all(
      [1, 2, 3, 4].map(() => startSandbox({ rateLimits: false })),
    )) as [Sandbox, Sandbox, Sandbox, Sandbox];
    open.push(hanging, noGateway, muteGateway, refusing);
    const mute = createServer(() => {}).listen(0, '127.0.0.1');
    open.push({ close: async () => void mute.close() });
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    hanging.faults.hangNext(GATEWAY, 10);
    noGateway.faults.answerNext(json(information()), GATEWAY, 10);
    const url = `ws://127.0.0.1:${port}`;
    muteGateway.faults.answerNext(json(information({ url })), GATEWAY, 10);
    refusing.faults.refuseConnections(4000);
    const nowhere = { token: hanging.token, apiUrl: 'http://127.0.0.1:1/api' };
    const all = [nowhere, hanging, noGateway, muteGateway, refusing];
    const child = spawn(process.execPath, [
      ...['--import', 'tsx', 'test/discord/start-and-stop.ts'],
      ...all.flatMap(({ token, apiUrl }) => [token, apiUrl]),
    ]);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    await expect.poll(() => output, { timeout: 20_000 }).toContain('stopping');
    const began = performance.now();
    const [code] = await once(child, 'exit');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect([code, output]).toEqual([0, 'stopping\nstopped 5\n']);
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

  it('is begun anew when the gateway named a place to resume at that is none', async () => {
    const bot = await running();
    const user = { id: bot.sandbox.botId, username: 'Pullquote', discriminator: '0', avatar: null };
    const application = { id: bot.sandbox.botId, flags: 0 };
    const login = { user, application, guilds: [], session_id: 'x', resume_gateway_url: 'wss://' };
    bot.sandbox.faults.dispatch('READY', login);
    await new Promise((resolve) => setTimeout(resolve, 50));
    bot.logged.length = 0;
    bot.sandbox.faults.dropSocket();
    await expect
      .poll(() => bot.logged.map(({ msg }) => msg), { timeout: 15_000 })
      .toContain('connected');
    bot.sandbox.user('dev').say('general', WALL, { mentionBot: true });
    await bot.sandbox.until(() => repliesTo(bot, WALL).length > 0, 15_000);
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
