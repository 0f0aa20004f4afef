import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, textOf } from '../src/sandbox/index.ts';

let folder: string;
let child: ChildProcess | undefined;
let output = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-main-'));
  await mkdir(join(folder, 'corpus'));
  await writeFile(
    join(folder, 'corpus', 'bridge.md'),
    '# The bridge\n\nThe bridge over the Alder opened on 4 May 1931. It is 212 metres long.\n\nCars have used it since 1950.\n',
  );
});
afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

/** Starts the program as `npm start` does. */
function start(settings: Record<string, string> = {}): ChildProcess {
  output = '';
  child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      NO_OPEN: '1',
      CORPUS_DIR: join(folder, 'corpus'),
      INDEX_DIR: join(folder, 'index'),
      DATA_DIR: join(folder, 'data'),
      ...settings,
    },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  return child;
}

async function said(what: RegExp): Promise<RegExpExecArray> {
  const started = Date.now();
  for (;;) {
    const match = what.exec(output);
    if (match) return match;
    if (Date.now() - started > 25_000 || child?.exitCode != null) {
      throw new Error(`${what} was not said, but: ${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function exitCode(): Promise<number | null> {
  if (child?.exitCode == null) await once(child as ChildProcess, 'exit');
  return child?.exitCode ?? null;
}

describe('npm start', () => {
  it('without a token builds the index, opens the sandbox, and ends on SIGTERM with 0', async () => {
    start();
    const [, url] = await said(/browser: (http:\/\/127\.0\.0\.1:\d+\/)/u);
    expect(output).toContain('Answering from 1 article (2 passages).');
    expect((await fetch(url as string)).status).toBe(200);
    const began = Date.now();
    child?.kill('SIGTERM');
    expect(await exitCode()).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('with a token logs in, prints the invite link, and answers from the articles', async () => {
    const sandbox = await startSandbox({ rateLimits: false });
    try {
      start({ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl });
      await said(/Invite the bot to a server: http\S+\/oauth2\/authorize\?\S+scope=bot/u);
      const dev = sandbox.user('dev');
      const reply = await dev.waitForReply(dev.dm('When did the bridge open?'), 10_000);
      expect(textOf(reply)).toContain('opened on 4 May 1931');
      child?.kill('SIGTERM');
      expect(await exitCode()).toBe(0);
    } finally {
      await sandbox.close();
    }
  });

  it.each([
    [{ HELPERS_ROLE: 'helpers' }, /^HELPERS_ROLE=helpers must be the id of a role[^\n]*\n$/u],
    [{ CORPUS_DIR: '/nowhere/at/all' }, /^[^\n]*\/nowhere\/at\/all[^\n]*\n$/u],
  ])('with %j ends with one line and exit code 1', async (settings, line) => {
    start(settings);
    expect(await exitCode()).toBe(1);
    expect(output).toMatch(line);
  });

  it('with a token that Discord refuses ends with one line and exit code 1', async () => {
    const sandbox = await startSandbox();
    try {
      start({ DISCORD_TOKEN: 'not.the.right.token.at.all', DISCORD_API_URL: sandbox.apiUrl });
      expect(await exitCode()).toBe(1);
      expect(output).toMatch(/DISCORD_TOKEN is not accepted by Discord\.[^\n]*\n$/u);
    } finally {
      await sandbox.close();
    }
  });
});
