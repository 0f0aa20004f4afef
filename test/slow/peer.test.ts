import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Sandbox } from '@pullquote/sandbox';
import {
  ApplicationCommandOptionType,
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
const WALL = 'How many kilometres of the wall stood when the water came?';
const GENERAL = '200000000000000001';
const MEMBER = '200000000000000002';

/** What is used of npm `discord-digital-twin`, which has types of its own where it is installed. */
interface Peer {
  restUrl: string;
  botToken: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  channel(id: string): {
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
    ...optionsFor(place, { library: libraryOf(ARTICLES) }),
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

async function command(type: InteractionType, name: string, options: Option[]) {
  const known = await peer.prisma.applicationCommand.findMany();
  const id = known.find((one) => one.name === name)?.id;
  expect(id).toBeDefined();
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

const customId = (components: string, action: string) =>
  new RegExp(`pq2\\.${action}\\.[\\w.-]+`, 'u').exec(components)?.[0] ?? '';

const press = (messageId: string, id: string) =>
  use(
    InteractionType.MessageComponent,
    { custom_id: id, component_type: ComponentType.Button },
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
});
