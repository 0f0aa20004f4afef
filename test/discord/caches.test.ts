import { type Sandbox, startSandbox } from '@pullquote/sandbox';
import { type Client, Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../src/discord/connection/client.ts';

const LENGTH = 2_000;
/** What all cached messages may take, at two bytes a character. */
const MAX_BYTES = 4 * 2 ** 20;

let sandbox: Sandbox;
let client: Client;
beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  client = createClient({
    apiUrl: sandbox.apiUrl,
    readsEverything: true,
    gateway: {},
    stopped: new AbortController().signal,
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  await ready;
});
afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

/** Lets a member write in turn in these channels, and waits until the client heard of all. */
async function write(channels: readonly string[], count: number): Promise<void> {
  const dev = sandbox.user('dev');
  let heard = 0;
  const all = new Promise<void>((resolve) => {
    client.on(Events.MessageCreate, () => {
      if (++heard === count) resolve();
    });
  });
  for (let i = 0; i < count; i++) {
    dev.say(channels[i % channels.length] as string, `${i} `.padEnd(LENGTH, 'x'));
  }
  await all;
}

function cached(name: string): string[] {
  const channel = client.channels.cache.get(sandbox.channel(name).id);
  if (!channel?.isTextBased()) return [];
  return [...channel.messages.cache.values()].map(({ content }) => content);
}

describe('the channels that the client remembers', () => {
  it('are those of its servers, and the last thousand of direct messages', async () => {
    const members = Array.from({ length: 1_050 }, (_, i) => sandbox.addMember(`Member ${i}`));
    const heard = new Promise<void>((resolve) => {
      client.on(Events.MessageCreate, ({ author }) => {
        if (author.id === members.at(-1)?.id) resolve();
      });
    });
    for (const member of members) member.dm('hello');
    await heard;
    const kept = [...client.channels.cache.values()];
    expect(kept.filter((one) => one.isDMBased())).toHaveLength(1_000);
    expect(kept.filter((one) => !one.isDMBased())).toHaveLength(3);
  });
});

describe('the messages that the client remembers', () => {
  it('are bounded by bytes over all channels, and the newest stay', async () => {
    await write(['general', 'questions'], 1_500);
    const kept = [...cached('general'), ...cached('questions')];
    expect(kept.length * LENGTH * 2).toBeLessThan(MAX_BYTES);
    expect(kept.length).toBeGreaterThan(300);
    expect(cached('questions').at(-1)).toContain('1499 ');
    expect(cached('general').some((content) => content.startsWith('0 '))).toBe(false);
  });

  it('go with their deletion, and edits find them', async () => {
    await write(['general'], 2);
    const dev = sandbox.user('dev');
    const [first, second] = dev.seen('general').slice(-2);
    if (!first || !second) throw new Error('Nothing was written.');
    const edited = new Promise((resolve) => {
      client.once(Events.MessageUpdate, (_, message) => resolve(message.content));
    });
    dev.edit(first, 'edited');
    expect(await edited).toBe('edited');
    const deleted = new Promise((resolve) => client.once(Events.MessageDelete, resolve));
    dev.delete(second);
    await deleted;
    expect(cached('general')).toEqual(['edited']);
  });
});
