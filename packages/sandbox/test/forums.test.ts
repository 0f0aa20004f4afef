import {
  ChannelType,
  type Client,
  Events,
  type ForumChannel,
  GatewayIntentBits,
  MessageType,
  Routes,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type Sandbox, startSandbox } from '../src/index.ts';
import { connect, PLAIN_INTENTS } from './client.ts';
import { refusal } from './refusal.ts';

const READING_ALL = [...PLAIN_INTENTS, GatewayIntentBits.MessageContent];

let sandbox: Sandbox;
let client: Client<true>;
let ada: Person;
let ben: Person;
let dev: Person;

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  client = await connect(sandbox, { intents: READING_ALL });
  [ada, ben, dev] = ['ada', 'ben', 'dev'].map((name) => sandbox.user(name)) as [
    Person,
    Person,
    Person,
  ];
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

const forum = () => client.channels.cache.get(sandbox.channel('ask-the-desk').id) as ForumChannel;
const tagId = (name: string) => forum().availableTags.find((tag) => tag.name === name)?.id ?? '';

describe('a forum', () => {
  it('is known to the client with its tags', () => {
    expect(forum().type).toBe(ChannelType.GuildForum);
    expect(forum().availableTags.map(({ name, moderated }) => [name, moderated])).toEqual([
      ['Town', false],
      ['River', false],
      ['Solved', false],
      ['From the editors', true],
    ]);
  });

  it('takes no message of its own', async () => {
    const path = Routes.channelMessages(forum().id);
    const sent = client.rest.post(path, { body: { content: 'hello' } });
    expect(await refusal(sent)).toMatchObject({ code: 50008 });
  });
});

describe('a post of a member', () => {
  it('is told as a new thread with its tags, then as a message with the thread’s id', async () => {
    const told: unknown[] = [];
    client.on(Events.ThreadCreate, (thread, isNew) => {
      told.push([
        thread.id,
        thread.parentId,
        thread.name,
        thread.ownerId,
        thread.appliedTags,
        isNew,
      ]);
    });
    client.on(Events.MessageCreate, ({ id, channelId, content, type }) => {
      told.push([id, channelId, content, type]);
    });
    const { id } = dev.post('ask-the-desk', 'The bridge', 'When was it built?', {
      tags: ['Town', 'River'],
    });
    await expect.poll(() => told.length).toBe(2);
    expect(told).toEqual([
      [id, forum().id, 'The bridge', dev.id, [tagId('Town'), tagId('River')], true],
      [id, id, 'When was it built?', MessageType.Default],
    ]);
  });

  it('has its first message, which is not counted among the answers', async () => {
    const { id } = dev.post('ask-the-desk', 'The bridge', 'When was it built?');
    await expect.poll(() => client.channels.cache.has(id)).toBe(true);
    const thread = await forum().threads.fetch(id);
    expect((await thread?.fetchStarterMessage())?.content).toBe('When was it built?');
    expect(await client.rest.get(Routes.channel(id))).toMatchObject({ message_count: 0 });
  });

  it('is answered by a reply in it', async () => {
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot) void message.reply('In 1880.');
    });
    const first = dev.post('ask-the-desk', 'The bridge', 'When was it built?');
    const answer = await dev.waitForReply(first);
    expect(answer).toMatchObject({ content: 'In 1880.', channel_id: first.id });
    expect(ada.seen(first.id)).toEqual([first, answer]);
  });

  it('can be tagged later, which the bot hears of', async () => {
    const { id } = dev.post('ask-the-desk', 'The bridge', 'When was it built?');
    const tagged = new Promise<string[]>((resolve) =>
      client.once(Events.ThreadUpdate, (_, thread) => resolve(thread.appliedTags)),
    );
    dev.tag({ id }, ['Solved']);
    expect(await tagged).toEqual([tagId('Solved')]);
  });

  it('can be tagged by those who manage threads, and by no other member', () => {
    const { id } = dev.post('ask-the-desk', 'The bridge', 'When was it built?');
    expect(() => sandbox.user('emi').tag({ id }, ['Solved'])).toThrow('may not tag');
    ben.tag({ id }, ['Solved']);
    expect(sandbox.channel({ id }).applied_tags).toEqual([tagId('Solved')]);
  });

  it('can have a moderated tag of a moderator only', () => {
    const post = (person: Person) =>
      person.post('ask-the-desk', 'News', 'We are back.', { tags: ['From the editors'] });
    expect(() => post(dev)).toThrow('may not set the tag');
    expect(sandbox.channel(post(ben).id).applied_tags).toHaveLength(1);
  });

  it('needs a title, a text, and tags that are there', () => {
    expect(() => dev.post('ask-the-desk', ' ', 'text')).toThrow('title');
    expect(() => dev.post('ask-the-desk', 'title', '')).toThrow('text');
    expect(() => dev.post('ask-the-desk', 'title', 'text', { tags: ['none'] })).toThrow('no tag');
    expect(() => dev.post('general', 'title', 'text')).toThrow('no forum');
  });
});

describe('a post of the bot', () => {
  it('is made with its first message', async () => {
    const thread = await forum().threads.create({
      name: 'Corrections',
      message: { content: 'Here they are collected.' },
      appliedTags: [tagId('Town')],
    });
    expect(thread.appliedTags).toEqual([tagId('Town')]);
    expect(ada.seen(thread.id)).toMatchObject([
      { id: thread.id, content: 'Here they are collected.' },
    ]);
  });

  it.each([
    ['without a message', { name: 'Corrections' }, 50035],
    ['with an empty message', { name: 'Corrections', message: { content: '' } }, 50006],
    [
      'with a tag that is not there',
      { name: 'Corrections', message: { content: 'a' }, applied_tags: ['1'] },
      10087,
    ],
  ])('is refused %s', async (_, body, code) => {
    const made = client.rest.post(Routes.threads(forum().id), { body });
    expect(await refusal(made)).toMatchObject({ code });
  });

  it('is refused with a moderated tag', async () => {
    const applied_tags = [tagId('From the editors')];
    const body = { name: 'News', message: { content: 'a' }, applied_tags };
    const made = client.rest.post(Routes.threads(forum().id), { body });
    expect(await refusal(made)).toMatchObject({ code: 50013 });
  });
});
