import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSandbox, textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { LONG_CORPUS, Program, programFolder, type Settings } from './program.ts';

/** What a supervisor may be promised, and what no test needs. */
const PROMISED_MS = 12_000;

const open: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.remove()));
});

async function start(settings: Settings = {}, files: Record<string, string> = {}) {
  const program = new Program(await programFolder(files), settings);
  open.push(program);
  return program;
}

/** A Discord that answers requests as it is told to. @returns its API's address */
async function fakeApi(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server: Server = createServer(answer as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    remove: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.a.token-of-a-test';

async function expectToStop(program: Program): Promise<void> {
  const { code, milliseconds, left } = await program.stop();
  expect(code, program.output).toBe(0);
  expect(milliseconds).toBeLessThan(PROMISED_MS);
  expect(left).toEqual([]);
  expect(program.output).not.toMatch(/fault|could not be closed/u);
}

describe('npm start that gets SIGTERM', () => {
  it('while it loads the models, ends with 0 and leaves nothing running', async () => {
    const program = await start();
    await program.startsModels();
    await expectToStop(program);
  });

  it('while it downloads a model, does so too', async () => {
    const silent = 'globalThis.fetch = () => new Promise(() => setInterval(() => {}, 1e6))';
    const program = await start({
      EMBEDDING_MODEL: 'somebody/a-model',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(silent)}`,
    });
    await program.says(/downloading/u);
    await expectToStop(program);
  });

  it('while it makes the first index, does so too, and lets go of the index', async () => {
    const program = await start({}, LONG_CORPUS);
    await program.says(/Embedding/u);
    await expectToStop(program);
    expect(await readdir(join(program.folder, 'index/locks'))).toEqual([]);
  });

  it('while Discord does not answer, does so too', async () => {
    const asked: string[] = [];
    const api = await fakeApi((request) => asked.push(request.url ?? ''));
    const program = await start({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: api });
    await program.until('a request', () => asked[0]);
    await expectToStop(program);
  });

  it('while the gateway cannot be reached, does so too', async () => {
    let asked = 0;
    const limits = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
    const gateway = { url: 'ws://127.0.0.1:9', shards: 1, session_start_limit: limits };
    const api = await fakeApi((_request, response) => {
      asked++;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(gateway));
    });
    const program = await start({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: api });
    await program.until('the gateway', () => asked || undefined);
    await expectToStop(program);
  });

  it('while it answers, gives the answer first', async () => {
    const sandbox = await startSandbox({ rateLimits: false });
    open.push({ remove: () => sandbox.close() });
    const settings = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
    const program = await start(settings);
    await program.says(/Invite the bot/u);
    const dev = sandbox.user('dev');
    const question = dev.dm('When did the bridge open?');
    await sandbox.until(() => sandbox.requests.some(({ path }) => path.includes('typing')));
    const stopped = expectToStop(program);
    expect(textOf(await dev.waitForReply(question, 10_000))).toContain('opened on 4 May 1931');
    await stopped;
  });
});

describe('npm start on which Ctrl-C is pressed', () => {
  it('ends with 0, although npm passes the signal on a second time', async () => {
    const program = await start();
    await program.says(/Try it in the browser/u);
    const { code, left } = await program.pressCtrlC();
    expect(code, program.output).toBe(0);
    expect(left).toEqual([]);
  });
});
