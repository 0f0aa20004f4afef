import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSandbox, textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { Program, programFolder, type Settings } from './program.ts';

const open: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.remove()));
});

async function start(settings: Settings | ((folder: string) => Settings) = {}): Promise<Program> {
  const folder = await programFolder();
  const program = new Program(folder, typeof settings === 'function' ? settings(folder) : settings);
  open.push(program);
  return program;
}

describe('npm start', () => {
  it('without a token builds the index, opens the sandbox, and ends on SIGTERM with 0', async () => {
    const program = await start();
    const [, url] = await program.says(/browser: (http:\/\/127\.0\.0\.1:\d+\/)/u);
    expect(program.output).toContain('Answering from 1 article (2 passages).');
    expect((await fetch(url as string)).status).toBe(200);
    expect(await program.stop()).toMatchObject({ code: 0, left: [] });
  });

  it('with a token logs in, prints the invite link, and answers from the articles', async () => {
    const sandbox = await startSandbox({ rateLimits: false });
    try {
      const settings = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
      const program = await start(settings);
      await program.says(/Invite the bot to a server: http\S+\/oauth2\/authorize\?\S+scope=bot/u);
      const dev = sandbox.user('dev');
      const reply = await dev.waitForReply(dev.dm('When did the bridge open?'), 10_000);
      expect(textOf(reply)).toContain('opened on 4 May 1931');
      expect(await program.stop()).toMatchObject({ code: 0, left: [] });
    } finally {
      await sandbox.close();
    }
  });

  it.each([
    [{ HELPERS_ROLE: 'helpers' }, /^HELPERS_ROLE=helpers must be the id of a role[^\n]*\n$/u],
    [{ CORPUS_DIR: '/nowhere/at/all' }, /^[^\n]*\/nowhere\/at\/all[^\n]*\n$/u],
  ])('with %j ends with one line and exit code 1', async (settings, line) => {
    const program = await start(settings);
    expect(await program.ended).toBe(1);
    expect(program.output).toMatch(line);
  });

  it.each<[string, (folder: string) => Settings, RegExp]>([
    [
      'a file where its data should be kept',
      (folder) => ({ DATA_DIR: join(folder, 'corpus/bridge.md') }),
      /^DATA_DIR=\S+bridge\.md must be a folder that can be written \(a file is in its place\)\.\n$/u,
    ],
    [
      'a place for its data that cannot be written',
      () => ({ DATA_DIR: '/sys/pullquote' }),
      /^DATA_DIR=\/sys\/pullquote must be a folder that can be written \([^\n]*\)\.\n$/u,
    ],
    [
      'a file where its index should be kept',
      (folder) => ({ INDEX_DIR: join(folder, 'corpus/bridge.md') }),
      /^[^\n]*bridge\.md cannot be (?:written|read): [^\n]*\n$/u,
    ],
  ])('with %s ends with one line and exit code 1', async (_title, settings, line) => {
    const program = await start(settings);
    expect(await program.ended).toBe(1);
    expect(program.output).toMatch(line);
  });

  it('with a port for the sandbox that is taken ends with one line and exit code 1', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({ remove: async () => void server.close() });
    const { port } = server.address() as AddressInfo;
    const program = await start({ SANDBOX_PORT: `${port}` });
    expect(await program.ended).toBe(1);
    expect(program.output).toBe(
      `SANDBOX_PORT=${port} cannot be opened (another program uses it): choose another, or 0 for any free one.\n`,
    );
  });

  it('with a token that Discord refuses ends with one line and exit code 1', async () => {
    const sandbox = await startSandbox();
    try {
      const settings = {
        DISCORD_TOKEN: 'not.the.right.token.at.all',
        DISCORD_API_URL: sandbox.apiUrl,
      };
      const program = await start(settings);
      expect(await program.ended).toBe(1);
      expect(program.output).toMatch(/DISCORD_TOKEN is not accepted by Discord\.[^\n]*\n$/u);
    } finally {
      await sandbox.close();
    }
  });
});
