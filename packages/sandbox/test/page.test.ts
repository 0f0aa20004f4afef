import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../src/index.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

describe('the page', () => {
  it('is there, with all files that it names', async () => {
    const html = await (await fetch(sandbox.pageUrl)).text();
    const files = [...html.matchAll(/(?:href|src)="(\/page\/[^"]+)"/g)].map(([, path]) => path);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files)
      expect((await fetch(sandbox.pageUrl + file?.slice(1))).status).toBe(200);
  });

  it('loads nothing from elsewhere and runs nothing but its own scripts', async () => {
    const { headers } = await fetch(sandbox.pageUrl);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('is shown in no frame of another page', async () => {
    const { headers } = await fetch(sandbox.pageUrl);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('hands out its own files only', async () => {
    const other = await fetch(`${sandbox.pageUrl}page/..%2fassets.ts`);
    expect(other.status).toBe(404);
  });
});

describe('the page’s socket', () => {
  const open = (origin: string) =>
    new WebSocket(`${sandbox.pageUrl.replace('http', 'ws')}page/socket`, { origin });

  it('is closed to pages of other sites', async () => {
    const socket = open('https://elsewhere.example');
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(403);
  });

  it('is open to the page itself, and refuses what cannot be', async () => {
    const socket = open(sandbox.pageUrl.slice(0, -1));
    await once(socket, 'open');
    socket.send(JSON.stringify({ id: 1, as: '', do: 'nothing' }));
    const [answer] = await once(socket, 'message');
    expect(JSON.parse(String(answer))).toEqual({ id: 1, error: 'Bad request.' });
    socket.send('{');
    const [code] = await once(socket, 'close');
    expect(code).toBe(1003);
  });
});
