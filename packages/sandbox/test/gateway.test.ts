import { once } from 'node:events';
import { Client, Events, GatewayIntentBits, GatewayOpcodes as Op } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../src/index.ts';
import { connect, PLAIN_INTENTS } from './client.ts';

const clients: Client[] = [];
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.destroy();
  await sandbox.close();
});

async function login(
  ...options: Parameters<typeof connect> extends [unknown, ...infer R] ? R : []
) {
  const client = await connect(sandbox, ...options);
  clients.push(client);
  return client;
}

/** The contents of the messages that a client hears. */
function heard(client: Client): string[] {
  const contents: string[] = [];
  client.on(Events.MessageCreate, ({ content }) => contents.push(content));
  return contents;
}

interface Payload {
  op: number;
  t: string | null;
  d: unknown;
}

/** A plain WebSocket, for what no proper client does. */
async function rawSocket(query = '?v=10&encoding=json') {
  const answer = await fetch(`${sandbox.apiUrl}/v10/gateway`);
  const { url } = (await answer.json()) as { url: string };
  const socket = new WebSocket(`${url}/${query}`);
  const payloads: Payload[] = [];
  socket.on('message', (data: Buffer) => payloads.push(JSON.parse(data.toString()) as Payload));
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');
  const find = (fits: (payload: Payload) => boolean) =>
    expect.poll(() => payloads.find(fits)).toBeDefined();
  return {
    closed,
    payloads,
    find,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    text: (text: string) => socket.send(text),
  };
}

const identify = (more: object = {}) => ({
  token: sandbox.token,
  intents: 1,
  properties: {},
  ...more,
});

describe('a login', () => {
  it('gets the guild with its channels and roles', async () => {
    const client = await login();
    const guild = client.guilds.cache.get(sandbox.guildId);
    expect(guild?.channels.cache.map(({ name }) => name)).toEqual([
      'general',
      'questions',
      'announcements',
    ]);
    expect(guild?.roles.cache.map(({ name }) => name)).toContain('Moderators');
    expect(guild?.members.me?.id).toBe(sandbox.botId);
  });

  it('fails with a wrong token', async () => {
    const client = new Client({ intents: [], rest: { api: sandbox.apiUrl } });
    const wrong = `${sandbox.token.slice(0, -1)}_`;
    await expect(client.login(wrong)).rejects.toThrow('invalid token');
  });

  it('fails with an intent that is switched off in the settings', async () => {
    sandbox.faults.disallowIntent('MessageContent');
    const intents = [...PLAIN_INTENTS, GatewayIntentBits.MessageContent];
    await expect(connect(sandbox, { intents })).rejects.toThrow('disallowed intents');
  });
});

describe('a session', () => {
  it('is resumed after the socket was dropped, with what happened in between', async () => {
    const client = await login();
    const contents = heard(client);
    const resumed = once(client, Events.ShardResume);
    sandbox.faults.dropSocket();
    sandbox.user('ada').say('general', 'meanwhile', { mentionBot: true });
    await resumed;
    await expect.poll(() => contents).toEqual([`<@${sandbox.botId}> meanwhile`]);
  });

  it('is resumed after a request to reconnect', async () => {
    const client = await login();
    const resumed = once(client, Events.ShardResume);
    sandbox.faults.reconnect();
    await resumed;
  });

  it('is resumed after it was declared invalid but resumable', async () => {
    const client = await login();
    const resumed = once(client, Events.ShardResume);
    sandbox.faults.invalidSession(true);
    await resumed;
  });

  it('starts anew after it was declared invalid for good', async () => {
    const client = await login();
    const again = once(client, Events.ShardReady);
    sandbox.faults.invalidSession(false);
    await again;
    const contents = heard(client);
    sandbox.user('ada').say('general', 'still there?', { mentionBot: true });
    await expect.poll(() => contents).toHaveLength(1);
  });

  it('cannot be resumed where it is not known', async () => {
    const socket = await rawSocket();
    socket.send(Op.Resume, { token: sandbox.token, session_id: 'x', seq: 1 });
    await socket.find(({ op, d }) => op === Op.InvalidSession && d === false);
  });

  it('is resumed after heartbeats went unanswered', async () => {
    await sandbox.close();
    sandbox = await startSandbox({ heartbeatMs: 100 });
    const client = await login();
    const resumed = once(client, Events.ShardResume);
    sandbox.faults.withholdAcks();
    await once(client, Events.ShardReconnecting);
    sandbox.faults.withholdAcks(false);
    await resumed;
  });

  it('hears of the guilds that its shard owns', async () => {
    const shards = [await rawSocket(), await rawSocket()];
    for (const [index, socket] of shards.entries()) {
      socket.send(Op.Identify, identify({ shard: [index, 2] }));
      await socket.find(({ t }) => t === 'READY');
    }
    const guilds = shards.map(({ payloads }) => payloads.filter((one) => one.t === 'GUILD_CREATE'));
    const owner = Number((BigInt(sandbox.guildId) >> 22n) % 2n);
    expect(guilds.map(({ length }) => length)).toEqual(owner === 0 ? [1, 0] : [0, 1]);
  });

  it('hears of DMs on its first shard only, and not before the first message', async () => {
    const shards = [await rawSocket(), await rawSocket()];
    const intents = GatewayIntentBits.Guilds | GatewayIntentBits.DirectMessages;
    for (const [index, socket] of shards.entries()) {
      socket.send(Op.Identify, identify({ intents, shard: [index, 2] }));
      await socket.find(({ t }) => t === 'READY');
    }
    sandbox.user('ada').dm('hello');
    await shards[0]?.find(({ t }) => t === 'MESSAGE_CREATE');
    const told = shards.map(({ payloads }) => payloads.map(({ t }) => t));
    expect(told[1]).not.toContain('MESSAGE_CREATE');
    expect(told.flat()).not.toContain('CHANNEL_CREATE');
  });
});

describe('a connection is closed with', () => {
  it('4001 for an unknown opcode', async () => {
    const socket = await rawSocket();
    socket.send(Op.Identify, identify());
    socket.send(99, null);
    expect(await socket.closed).toBe(4001);
  });

  it('4002 for what is no JSON', async () => {
    const socket = await rawSocket();
    socket.text('{');
    expect(await socket.closed).toBe(4002);
  });

  it('4002 for more than 4,096 bytes', async () => {
    const socket = await rawSocket();
    socket.send(Op.Identify, identify({ padding: 'x'.repeat(4096) }));
    expect(await socket.closed).toBe(4002);
  });

  it('4003 for a payload before Identify', async () => {
    const socket = await rawSocket();
    socket.send(Op.PresenceUpdate, {});
    expect(await socket.closed).toBe(4003);
  });

  it('4004 for a wrong token', async () => {
    const socket = await rawSocket();
    socket.send(Op.Identify, identify({ token: 'x' }));
    expect(await socket.closed).toBe(4004);
  });

  it('4005 for a second Identify', async () => {
    const socket = await rawSocket();
    socket.send(Op.Identify, identify());
    socket.send(Op.Identify, identify());
    expect(await socket.closed).toBe(4005);
  });

  it('4007 for a Resume from the future', async () => {
    const first = await rawSocket();
    first.send(Op.Identify, identify());
    await first.find(({ t }) => t === 'READY');
    const ready = first.payloads.find(({ t }) => t === 'READY')?.d as { session_id: string };
    const socket = await rawSocket();
    socket.send(Op.Resume, { token: sandbox.token, session_id: ready.session_id, seq: 9999 });
    expect(await socket.closed).toBe(4007);
  });

  it('4008 for more than 120 payloads in a minute', async () => {
    const socket = await rawSocket();
    for (let i = 0; i <= 120; i++) socket.send(Op.Heartbeat, null);
    expect(await socket.closed).toBe(4008);
  });

  it('4009 for two heartbeats that never came', async () => {
    await sandbox.close();
    sandbox = await startSandbox({ heartbeatMs: 50 });
    expect(await (await rawSocket()).closed).toBe(4009);
  });

  it('4010 for a shard that cannot be', async () => {
    const socket = await rawSocket();
    socket.send(Op.Identify, identify({ shard: [2, 2] }));
    expect(await socket.closed).toBe(4010);
  });

  it('4012 for another version of the API', async () => {
    expect(await (await rawSocket('?v=6&encoding=json')).closed).toBe(4012);
  });

  it('4013 for intents that do not exist', async () => {
    const socket = await rawSocket();
    socket.send(Op.Identify, identify({ intents: 1 << 30 }));
    expect(await socket.closed).toBe(4013);
  });
});
