import { type Sandbox, startSandbox } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { type BotOptions, createBot, type RunningBot } from '../../src/discord/create-bot.ts';
import { type Operations, startOperations } from '../../src/operations/start-operations.ts';
import { ARTICLES } from '../discord/articles.ts';
import { libraryOf } from '../discord/library.ts';
import { optionsFor } from '../discord/running-bot.ts';
import { health, scrape } from './scrape.ts';

const QUESTION = 'How high did the river Alder rise?';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (let close = open.pop(); close; close = open.pop()) await close();
});

interface Watched {
  sandbox: Sandbox;
  bot: RunningBot;
  operations: Operations;
  stopping: { is: boolean };
}

/** A bot that is not logged in yet, and what tells of it on a port. */
async function watched(changes: Partial<BotOptions> = {}): Promise<Watched> {
  const sandbox = await startSandbox({ rateLimits: false });
  open.push(() => sandbox.close());
  const shelf = { library: libraryOf(ARTICLES) };
  const stopping = { is: false };
  let bot: RunningBot | undefined;
  const operations = await startOperations(0, {
    index: () => shelf.library.manifest,
    bot: () => bot?.state(),
    isStopping: () => stopping.is,
  });
  open.push(() => operations.close());
  const { watcher } = operations;
  bot = createBot({ ...optionsFor(sandbox, shelf), watcher, ...changes });
  const { stop } = bot;
  open.push(() => stop());
  return { sandbox, bot, operations, stopping };
}

const told = ({ operations }: Watched) => scrape(operations.port);

describe('/healthz', () => {
  it('says 503 until the bot is connected, then 200, and 503 while it stops', async () => {
    const { bot, operations, stopping } = await watched();
    expect(await health(operations.port)).toEqual({
      code: 503,
      status: 'unavailable',
      reason: 'the bot has not logged in to Discord yet',
    });
    await bot.start();
    expect(await health(operations.port)).toMatchObject({ code: 200, status: 'ok' });
    stopping.is = true;
    expect(await health(operations.port)).toMatchObject({
      code: 503,
      reason: 'the bot is stopping',
    });
  });

  it('says 503 while the gateway is lost, and 200 once it is back', async () => {
    const one = await watched();
    await one.bot.start();
    one.sandbox.faults.refuseConnections(4000);
    one.sandbox.faults.dropSocket();
    await expect
      .poll(() => health(one.operations.port), { timeout: 5_000 })
      .toMatchObject({ code: 503, reason: "1 of 1 connections to Discord's gateway are down" });
    expect(await told(one)).toMatchObject({
      pullquote_up: 0,
      pullquote_gateway_shards: 1,
      pullquote_gateway_shards_ready: 0,
    });
    one.sandbox.faults.refuseConnections(null);
    await expect
      .poll(() => health(one.operations.port), { timeout: 20_000 })
      .toMatchObject({ code: 200 });
    expect(await told(one)).toMatchObject({ pullquote_up: 1, pullquote_gateway_shards_ready: 1 });
  });

  it('stands beside /metrics alone, for reading', async () => {
    const { port } = (await watched()).operations;
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    const post = await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('/metrics', () => {
  it('has every status and reason from the start, as 0', async () => {
    const one = await told(await watched());
    const named = (name: string) => Object.entries(one).filter(([key]) => key.startsWith(name));
    expect(named('pullquote_questions_total')).toHaveLength(6);
    expect(named('pullquote_refusals_total')).toHaveLength(8);
    for (const [, value] of named('pullquote_questions_total')) expect(value).toBe(0);
  });

  it('counts answers by status, and votes', async () => {
    const one = await watched();
    await one.bot.start();
    const dev = one.sandbox.user('dev');
    const card = await dev.waitForReply(dev.dm(QUESTION), 10_000);
    await dev.waitForReply(dev.dm('Who won the chess cup in Patagonia?'), 10_000);
    await dev.press(card, '👎');
    const now = await told(one);
    const answers = Object.entries(now)
      .filter(([key]) => key.startsWith('pullquote_questions_total'))
      .reduce((sum, [, value]) => sum + value, 0);
    expect(answers).toBe(2);
    expect(now).toMatchObject({
      'pullquote_questions_total{status="missed"}': 1,
      pullquote_answer_seconds_count: 2,
      pullquote_queue_wait_seconds_count: 2,
      'pullquote_votes_total{vote="unhelpful"}': 1,
      'pullquote_votes_total{vote="helpful"}': 0,
    });
  });

  it('counts those who are turned away, by reason', async () => {
    const one = await watched({ questionsPerMinute: { member: 1, guild: 1_000 } });
    await one.bot.start();
    const dev = one.sandbox.user('dev');
    await dev.waitForReply(dev.dm(QUESTION), 10_000);
    dev.dm('Who is the mayor of Ostby?');
    await expect
      .poll(() => told(one), { timeout: 10_000 })
      .toMatchObject({
        'pullquote_refusals_total{reason="member"}': 1,
        pullquote_answer_seconds_count: 1,
      });
  });

  it('shows the queue as it is', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const one = await watched({
      concurrency: 1,
      ask: async () => gate.then(() => Promise.reject(new Error('done waiting'))),
    });
    await one.bot.start();
    const dev = one.sandbox.user('dev');
    const first = dev.dm(QUESTION);
    const second = dev.dm('Who is the mayor of Ostby?');
    await expect
      .poll(() => told(one), { timeout: 10_000 })
      .toMatchObject({ pullquote_queue_running: 1, pullquote_queue_waiting: 1 });
    go();
    await dev.waitForReply(first, 10_000);
    await dev.waitForReply(second, 10_000);
    expect(await told(one)).toMatchObject({
      pullquote_queue_running: 0,
      pullquote_queue_waiting: 0,
      'pullquote_refusals_total{reason="failed"}': 2,
    });
  });

  it('tells nothing of who asks, where, or what', async () => {
    const one = await watched();
    await one.bot.start();
    const dev = one.sandbox.user('dev');
    await dev.waitForReply(dev.dm(QUESTION), 10_000);
    const text = await (await fetch(`http://127.0.0.1:${one.operations.port}/metrics`)).text();
    expect(text).toContain('pullquote_answer_seconds_count 1');
    expect(text).not.toContain('Alder');
    // An id would stand in a label.
    expect(text).not.toMatch(/="[^"\n]*\d{17,20}/u);
  });
});
