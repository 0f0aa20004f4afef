import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Sandbox } from '@pullquote/sandbox';
import {
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
} from 'discord.js';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBot, type RunningBot } from '../../src/discord/create-bot.ts';
import { ARTICLES } from '../discord/articles.ts';
import { libraryOf } from '../discord/library.ts';
import { optionsFor } from '../discord/running-bot.ts';

const FOLDER = fileURLToPath(new URL('peer', import.meta.url));
/** Longer than a message. */
const LONG = {
  id: 'long',
  title: 'A long one',
  text: Array.from({ length: 40 }, (_, i) =>
    `Paragraph ${i + 1} of many. ${'It goes on. '.repeat(20)}`.trim(),
  ).join('\n\n'),
};
const WALL = 'How many kilometres of the wall stood when the water came?';
const GENERAL = '200000000000000001';
const MEMBER = '200000000000000002';

/** What is used of npm `discord-digital-twin`, which has types of its own where it is installed. */
interface Peer {
  restUrl: string;
  botToken: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  simulateUserMessage(message: {
    channelId: string;
    userId: string;
    content: string;
  }): Promise<APIMessage>;
  channel(id: string): {
    getMessages(): Promise<APIMessage[]>;
    waitForInteractionAck(wait: { interactionId: string }): Promise<unknown>;
    getInteractionResponse(id: string): Promise<{ messageId: string | null; data: string | null }>;
  };
  simulateInteraction(interaction: {
    type: InteractionType;
    channelId: string;
    userId: string;
    data?: Record<string, unknown>;
    messageId?: string;
  }): Promise<{ id: string }>;
  prisma: {
    message: { findUnique(query: object): Promise<{ components: string } | null> };
    applicationCommand: { findMany(): Promise<{ id: string; name: string }[]> };
  };
}

let peer: Peer;
let bot: RunningBot;
let dataDir: string;
const { listen } = Server.prototype;

beforeAll(async () => {
  if (!existsSync(join(FOLDER, 'node_modules'))) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'pipe' });
  }
  // The peer would listen on all interfaces.
  Server.prototype.listen = function onLoopback(this: Server, ...args: unknown[]) {
    const [port, ...rest] = args;
    const given = typeof port === 'number' ? [port, '127.0.0.1', ...rest] : args;
    return Reflect.apply(listen, this, given);
  } as typeof listen;
  const entry = join(FOLDER, 'node_modules/discord-digital-twin/dist/index.js');
  const { DigitalDiscord } = await import(pathToFileURL(entry).href);
  peer = new DigitalDiscord({
    guild: { name: 'Peer' },
    channels: [{ id: GENERAL, name: 'general', type: ChannelType.GuildText }],
    users: [{ id: MEMBER, username: 'dev' }],
  }) as Peer;
  await peer.start();
  dataDir = await mkdtemp(join(tmpdir(), 'pullquote-peer-'));
  const place = { token: peer.botToken, apiUrl: peer.restUrl } as Sandbox;
  bot = createBot({
    ...optionsFor(place, { library: libraryOf([...ARTICLES, LONG]) }),
    dataDir,
    log: pino({ level: 'silent' }),
  });
  await bot.start();
}, 300_000);

afterAll(async () => {
  await bot?.stop();
  await peer?.stop();
  Server.prototype.listen = listen;
  await rm(dataDir, { recursive: true, force: true });
});

type Option = { name: string; value: string | boolean; focused?: boolean };

async function use(type: InteractionType, data: object, messageId?: string) {
  const { id } = await peer.simulateInteraction({
    type,
    channelId: GENERAL,
    userId: MEMBER,
    data: data as Record<string, unknown>,
    ...(messageId ? { messageId } : {}),
  });
  const channel = peer.channel(GENERAL);
  await channel.waitForInteractionAck({ interactionId: id });
  return () => channel.getInteractionResponse(id);
}

async function idOf(command: string): Promise<string> {
  const known = await peer.prisma.applicationCommand.findMany();
  const id = known.find((one) => one.name === command)?.id;
  if (id === undefined) throw new Error(`There is no command "${command}".`);
  return id;
}

async function command(type: InteractionType, name: string, options: Option[]) {
  const id = await idOf(name);
  const given = options.map((one) => ({
    type:
      typeof one.value === 'boolean'
        ? ApplicationCommandOptionType.Boolean
        : ApplicationCommandOptionType.String,
    ...one,
  }));
  return use(type, { id, name, type: 1, options: given });
}

/** The components that an interaction ended up with. */
async function shown(response: Awaited<ReturnType<typeof use>>) {
  for (let tries = 0; tries < 100; tries++) {
    const { messageId } = await response();
    const message =
      messageId && (await peer.prisma.message.findUnique({ where: { id: messageId } }));
    if (message && message.components !== '[]')
      return { messageId, components: message.components };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No message came.');
}

/** Uses a command of a message's menu. */
async function menu(name: string, target: APIMessage) {
  return use(InteractionType.ApplicationCommand, {
    id: await idOf(name),
    name,
    type: ApplicationCommandType.Message,
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  });
}

const slash = async (name: string, options: Option[] = []) =>
  shown(await command(InteractionType.ApplicationCommand, name, options));

const say = (content: string) =>
  peer.simulateUserMessage({ channelId: GENERAL, userId: MEMBER, content });

/** What the channel's newest message that fits shows. */
async function posted(fits: (message: APIMessage) => boolean): Promise<APIMessage> {
  const find = async () => (await peer.channel(GENERAL).getMessages()).find(fits);
  await expect.poll(find, { timeout: 5_000 }).toBeDefined();
  return (await find()) as APIMessage;
}

/** The components of a message, once a part of them is there. */
async function changed(id: string, part: string): Promise<string> {
  const read = async () => (await peer.prisma.message.findUnique({ where: { id } }))?.components;
  await expect.poll(read, { timeout: 5_000 }).toContain(part);
  return (await read()) ?? '';
}

const customId = (components: string, action: string) =>
  new RegExp(`pq2\\.${action}\\.[\\w.-]+`, 'u').exec(components)?.[0] ?? '';

const press = (messageId: string, id: string) =>
  use(
    InteractionType.MessageComponent,
    { custom_id: id, component_type: ComponentType.Button },
    messageId,
  );

const select = (messageId: string, id: string, values: string[]) =>
  use(
    InteractionType.MessageComponent,
    { custom_id: id, component_type: ComponentType.StringSelect, values },
    messageId,
  );

/**
 * Buttons that defer their reply are left out: the peer takes the edit that follows for one of the
 * card itself. It knows no listing of commands (404), no mentions and no Resume either.
 */
describe('at a Discord stand-in made by somebody else', () => {
  it('every command is registered', async () => {
    const known = await peer.prisma.applicationCommand.findMany();
    expect(known.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'ask',
        'verify',
        'source',
        'sources',
        'about',
        'Find in articles',
        'Answer with quotes',
        'Check this quote',
      ]),
    );
  });

  it('/ask is answered with a card', async () => {
    const asked = [{ name: 'question', value: WALL }];
    const { components } = await shown(
      await command(InteractionType.ApplicationCommand, 'ask', asked),
    );
    expect(components).toContain('1.1 kilometres');
  });

  it('an article is completed', async () => {
    const typed = [{ name: 'article', value: 'aldr', focused: true }];
    const type = InteractionType.ApplicationCommandAutocomplete;
    const { data } = await (await command(type, 'source', typed))();
    expect(data).toContain('The night the Alder rose');
  });

  it('/source shows a paragraph, and its button turns the page', async () => {
    const wanted = [{ name: 'article', value: 'alder rose' }];
    const first = await shown(await command(InteractionType.ApplicationCommand, 'source', wanted));
    expect(first.components).toContain('¶ 1 of 4');
    await press(first.messageId as string, customId(first.components, 'turn'));
    const turned = await peer.prisma.message.findUnique({ where: { id: first.messageId } });
    expect(turned?.components).toContain('¶ 2 of 4');
  });

  it('the buttons of a card answer', async () => {
    const asked = [{ name: 'question', value: WALL }];
    const card = await shown(await command(InteractionType.ApplicationCommand, 'ask', asked));
    const id = card.messageId as string;
    const context = await shown(await press(id, customId(card.components, 'context')));
    expect(context.components).toContain('Repairs will cost');
    const voted = await shown(await press(id, customId(card.components, 'good')));
    expect(voted.components).toContain('Thank you');
    await press(id, customId(card.components, 'delete'));
    // Discord hears of the press first, and of the deletion after it.
    await expect
      .poll(() => peer.prisma.message.findUnique({ where: { id } }), { timeout: 5_000 })
      .toBeNull();
  });

  it('/about says what the bot knows', async () => {
    expect((await slash('about')).components).toContain('from **4** articles');
  });

  it('/verify finds a quotation, and it can be posted to the channel', async () => {
    const text = 'Nobody in Ostby had seen it so high since 1953.';
    const checked = await slash('verify', [
      { name: 'text', value: text },
      { name: 'private', value: true },
    ]);
    expect(checked.components).toContain('Verbatim');
    await press(checked.messageId, customId(checked.components, 'postChecked'));
    const isPost = ({ id, components }: APIMessage) =>
      id !== checked.messageId && /Verbatim.*Posted/su.test(JSON.stringify(components));
    await posted(isPost);
    expect(await changed(checked.messageId, '"disabled":true')).toContain('Posted');
  });

  it('“Check this quote” checks a message', async () => {
    const target = await say('“The river Alder rose by 5.2 metres in a single night”');
    const { components } = await shown(await menu('Check this quote', target));
    expect(components).toContain('Altered');
    expect(components).toContain('The night the Alder rose');
  });

  it('“Answer with quotes” replies to the message, and says so privately', async () => {
    const target = await say(WALL);
    const { components } = await shown(await menu('Answer with quotes', target));
    expect(components).toContain('Answered below that message');
    const reply = await posted((one) => one.message_reference?.message_id === target.id);
    expect(JSON.stringify(reply.components)).toContain('1.1 kilometres');
  });

  it('“Find in articles” shows what is near to a message, which can be posted', async () => {
    const target = await say(WALL);
    const found = await shown(await menu('Find in articles', target));
    expect(found.components).toContain('1.1 kilometres');
    const before = new Set((await peer.channel(GENERAL).getMessages()).map(({ id }) => id));
    await press(found.messageId, customId(found.components, 'postFound'));
    const post = await posted(({ id }) => !before.has(id));
    expect(JSON.stringify(post.components)).toContain('1.1 kilometres');
  });

  it('/sources opens an article, which is read page by page', async () => {
    const list = await slash('sources');
    const [, value = ''] =
      /"value":"([\w-]+)","label":"A long one"|"label":"A long one","value":"([\w-]+)"/u
        .exec(list.components)
        ?.filter(Boolean) ?? [];
    const id = customId(list.components, 'open');
    const opened = await shown(await select(list.messageId, id, [value]));
    expect(opened.components).toContain('Paragraph 1 of many');
    await press(opened.messageId, customId(opened.components, 'read'));
    expect(await changed(opened.messageId, 'Paragraph 20 of many')).not.toContain(
      'Paragraph 1 of many',
    );
  });

  it('Cite gives the reference privately', async () => {
    const card = await slash('ask', [{ name: 'question', value: WALL }]);
    const cited = await shown(await press(card.messageId, customId(card.components, 'cite')));
    for (const format of ['APA', 'MLA', 'BibTeX']) expect(cited.components).toContain(format);
  });
});
