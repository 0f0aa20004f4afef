import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSandbox } from '@pullquote/sandbox';
import { afterEach, expect, it } from 'vitest';
import { Program, programFolder } from '../program.ts';
import { health, scrape } from './scrape.ts';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = open.pop(); close; close = open.pop()) await close();
});

async function listening(): Promise<Server> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

it('npm start with METRICS_PORT tells its health and its figures, and ends in time', async () => {
  const server = await listening();
  const port = portOf(server);
  server.close();
  const sandbox = await startSandbox({ rateLimits: false });
  open.push(() => sandbox.close());
  const program = new Program(await programFolder(), {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    METRICS_PORT: `${port}`,
  });
  open.push(() => program.remove());

  // Before there is an index.
  await expect
    .poll(() => health(port), { timeout: 30_000, interval: 20 })
    .toMatchObject({ code: 503, reason: 'no index is open yet' });
  expect(await scrape(port)).not.toHaveProperty('pullquote_index_articles');

  await program.says(/Invite the bot/u);
  expect(await health(port)).toMatchObject({ code: 200, articles: 1, passages: 2 });
  const before = await scrape(port);
  expect(before).toMatchObject({
    pullquote_up: 1,
    pullquote_index_articles: 1,
    pullquote_index_passages: 2,
    'pullquote_indexing_runs_total{end="done"}': 1,
    'pullquote_questions_total{status="answered"}': 0,
  });
  expect(before.pullquote_index_created_timestamp_seconds).toBeGreaterThan(Date.now() / 1e3 - 600);
  expect(before.nodejs_eventloop_lag_p99_seconds).toBeGreaterThan(0);

  const dev = sandbox.user('dev');
  await dev.waitForReply(dev.dm('When did the bridge open?'), 20_000);
  const after = await scrape(port);
  expect(after).toMatchObject({
    'pullquote_questions_total{status="answered"}': 1,
    pullquote_answer_seconds_count: 1,
  });
  for (const stage of ['embed', 'keywords', 'vectors', 'read', 'total']) {
    expect(after[`pullquote_stage_seconds_count{stage="${stage}"}`], stage).toBe(1);
  }

  await writeFile(join(program.folder, 'corpus/ferry.md'), '# The ferry\n\nIt stopped in 1931.\n');
  const info = (figures: object) =>
    Object.keys(figures).filter((key) => key.startsWith('pullquote_index_info'));
  await expect
    .poll(() => scrape(port), { timeout: 30_000 })
    .toMatchObject({ pullquote_index_articles: 2, 'pullquote_indexing_runs_total{end="done"}': 2 });
  expect(info(await scrape(port))).toHaveLength(1);
  expect(info(await scrape(port))).not.toEqual(info(before));

  const { code, milliseconds, left } = await program.stop();
  expect(code, program.output).toBe(0);
  expect(milliseconds).toBeLessThan(12_000);
  expect(left).toEqual([]);
});

it('npm start with a METRICS_PORT that is taken ends with one line and exit code 1', async () => {
  const server = await listening();
  open.push(() => server.close());
  const program = new Program(await programFolder(), { METRICS_PORT: `${portOf(server)}` });
  open.push(() => program.remove());
  expect(await program.ended).toBe(1);
  expect(program.output).toBe(
    `METRICS_PORT=${portOf(server)} cannot be opened (another program uses it): choose another, or 0 for no metrics.\n`,
  );
});
