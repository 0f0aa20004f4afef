import {
  ChannelType,
  type Client,
  DiscordAPIError,
  Events,
  HTTPError,
  RateLimitError,
  Routes,
  type TextChannel,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../src/index.ts';
import { connect } from './client.ts';
import { refusal } from './refusal.ts';

let sandbox: Sandbox;
let client: Client<true>;
let general: TextChannel;

async function start(rateLimits: boolean): Promise<void> {
  sandbox = await startSandbox({ rateLimits });
  client = await connect(sandbox, { rest: { retries: 0, rejectOnRateLimit: () => true } });
  general = (await client.channels.fetch(sandbox.channel('general').id)) as TextChannel;
}

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

/** A request as it is, past the client and its waiting. */
const raw = (path: string, body: object) =>
  fetch(`${sandbox.apiUrl}/v10${path}`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a limit of requests', () => {
  beforeEach(() => start(true));

  it('is told with every answer', async () => {
    const { headers } = await raw(Routes.channelMessages(general.id), { content: 'x' });
    expect(headers.get('x-ratelimit-limit')).toBe('5');
    expect(headers.get('x-ratelimit-remaining')).toBe('4');
    expect(Number(headers.get('x-ratelimit-reset-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('x-ratelimit-reset')) * 1000).toBeGreaterThan(Date.now());
    expect(headers.get('x-ratelimit-bucket')).toMatch(/^\w+$/);
  });

  it('refuses what goes beyond, and says for how long', async () => {
    const send = () => raw(Routes.channelMessages(general.id), { content: 'x' });
    for (let i = 0; i < 5; i++) await send();
    const refused = await send();
    const body = (await refused.json()) as { retry_after: number };
    expect(refused.status).toBe(429);
    expect(body).toMatchObject({ message: 'You are being rate limited.', global: false });
    expect(refused.headers.get('retry-after')).toBe(refused.headers.get('x-ratelimit-reset-after'));
    expect(Number(refused.headers.get('retry-after'))).toBeCloseTo(body.retry_after);
    expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
  });

  it('counts each channel on its own', async () => {
    for (let i = 0; i < 5; i++) await raw(Routes.channelMessages(general.id), { content: 'x' });
    const other = await raw(Routes.channelMessages(sandbox.channel('questions').id), {
      content: 'x',
    });
    expect(other.status).toBe(200);
  });

  it('is global beyond 50 requests a second', async () => {
    const all = await Promise.all(
      Array.from({ length: 60 }, (_, i) => raw(Routes.channelTyping(`${i}`), {})),
    );
    const refused = all.find(({ status }) => status === 429);
    expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
    expect(await refused?.json()).toMatchObject({ global: true });
  });
});

describe('a permission', () => {
  beforeEach(() => start(false));

  it('is needed to write', async () => {
    sandbox.faults.forbid('SendMessages', 'general');
    expect(await refusal(general.send('x'))).toMatchObject({ status: 403, code: 50013 });
  });

  it('to read what was is needed to reply, as Discord says with a code of its own', async () => {
    const { id } = sandbox.user('ada').say('general', 'mine');
    sandbox.faults.forbid('ReadMessageHistory', 'general');
    const reply = general.send({ content: 'x', reply: { messageReference: id } });
    expect(await refusal(reply)).toMatchObject({ status: 403, code: 160002 });
    await general.send('x');
  });

  it('is needed to see a channel', async () => {
    sandbox.faults.forbid('ViewChannel', 'general');
    expect(await refusal(general.send('x'))).toMatchObject({ status: 403, code: 50001 });
  });

  it('is needed to delete what others wrote', async () => {
    const { id } = sandbox.user('ada').say('general', 'mine');
    expect(await refusal(general.messages.delete(id))).toMatchObject({ code: 50013 });
  });

  it('is never enough to change what others wrote', async () => {
    const { id } = sandbox.user('ada').say('general', 'mine');
    expect(await refusal(general.messages.edit(id, 'yours'))).toMatchObject({ code: 50005 });
  });

  it('is told of in the channel that the client knows', async () => {
    const updated = new Promise((resolve) => client.once(Events.ChannelUpdate, resolve));
    sandbox.faults.forbid('SendMessages', 'general');
    await updated;
    expect(general.permissionsFor(client.user)?.has('SendMessages')).toBe(false);
  });
});

describe('a bot', () => {
  beforeEach(() => start(false));

  it('opens a thread on a message, writes in it and is joined by members', async () => {
    const message = await general.send('question');
    const thread = await message.startThread({ name: 'Answers' });
    await thread.send('inside');
    await thread.members.add(sandbox.user('dev').id);
    expect(thread.id).toBe(message.id);
    expect(
      sandbox
        .user('ada')
        .seen(thread.id)
        .map(({ content }) => content),
    ).toContain('inside');
    expect(sandbox.channel(thread.id).thread_members).toContain(sandbox.user('dev').id);
  });

  it('opens one thread only on a message', async () => {
    const message = await general.send('question');
    await message.startThread({ name: 'one' });
    const path = Routes.threads(general.id, message.id);
    const second = client.rest.post(path, { body: { name: 'two' } });
    expect(await refusal(second)).toMatchObject({ code: 160004 });
  });

  it('writes to a person by DM', async () => {
    const user = await client.users.fetch(sandbox.user('emi').id);
    const sent = await user.send('hello');
    expect(sent.channel.type).toBe(ChannelType.DM);
    expect(sandbox.user('emi').seen(sent.channelId)).toHaveLength(1);
  });

  it('reads the last messages, newest first, and none that is ephemeral', async () => {
    for (const text of ['a', 'b', 'c']) await general.send(text);
    const found = await general.messages.fetch({ limit: 2 });
    expect(found.map(({ content }) => content)).toEqual(['c', 'b']);
  });

  it('reacts to a message and takes the reaction back', async () => {
    const message = await general.send('x');
    const reaction = await message.react('👍');
    expect(sandbox.message(message.id)?.reactions).toHaveLength(1);
    await reaction.users.remove();
    expect(sandbox.message(message.id)?.reactions).toEqual([]);
  });

  it('learns that the guild is gone', async () => {
    const gone = new Promise((resolve) => client.once(Events.GuildDelete, resolve));
    sandbox.faults.removeGuild();
    await gone;
    expect(await refusal(general.send('x'))).toMatchObject({ status: 404, code: 10003 });
  });

  it('may hear of its message before the answer to its request', async () => {
    const order: string[] = [];
    client.on(Events.MessageCreate, () => order.push('event'));
    sandbox.faults.delayRest(50);
    await general.send('x').then(() => order.push('answer'));
    expect(order).toEqual(['event', 'answer']);
  });

  it('may hear of its message after the answer to its request', async () => {
    const order: string[] = [];
    const event = new Promise<void>((resolve) => {
      client.on(Events.MessageCreate, () => resolve(void order.push('event')));
    });
    sandbox.faults.delayEvents(50);
    await general.send('x').then(() => order.push('answer'));
    await event;
    expect(order).toEqual(['answer', 'event']);
  });

  it('has every request in the log, with its body and status', async () => {
    await general.send('logged');
    expect(sandbox.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: `/channels/${general.id}/messages`,
      body: { content: 'logged' },
      status: 200,
    });
  });

  it('gets 502 or 429 where that is asked for, and no message comes of it', async () => {
    sandbox.faults.failNext(502, /^POST .*\/messages$/);
    await expect(general.send('x')).rejects.toThrow(HTTPError);
    sandbox.faults.failNext(429, '/messages');
    await expect(general.send('x')).rejects.toThrow(RateLimitError);
    expect(sandbox.user('ada').seen('general')).toEqual([]);
    await general.send('works again');
  });

  it('gets 404 for what is no route and what does not exist', async () => {
    await expect(client.rest.get('/nothing')).rejects.toThrow(DiscordAPIError);
    const missing = client.rest.get(Routes.channelMessage(general.id, '123456789012345678'));
    expect(await refusal(missing)).toMatchObject({ status: 404, code: 10008 });
  });
});

describe('the sandbox', () => {
  beforeEach(() => start(false));

  it('listens on 127.0.0.1 only', () => {
    expect(new URL(sandbox.apiUrl).hostname).toBe('127.0.0.1');
    const elsewhere = fetch(sandbox.apiUrl.replace('127.0.0.1', '127.0.0.2'));
    return expect(elsewhere).rejects.toThrow();
  });
});
