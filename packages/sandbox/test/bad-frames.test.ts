import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../src/index.ts';
import {
  rawConnection,
  rawWebSocket,
  SOCKET_PATHS,
  upgradeRequest,
  upgradeStatus,
} from './raw-socket.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const masked = (first: number, length: number, extended: number[] = []) =>
  Buffer.from([first, 0x80 | length, ...extended, 1, 2, 3, 4]);
const FRAMES: [string, Buffer][] = [
  ['an opcode that there is not', masked(0x83, 0)],
  ['reserved bits', masked(0xf1, 0)],
  ['no mask', Buffer.from([0x81, 0x02, 0x7b, 0x7d])],
  ['a length of gigabytes', masked(0x81, 127, [0, 0, 0, 2, 0, 0, 0, 0])],
  ['a length beyond all numbers', masked(0x81, 127, [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])],
  ['a goodbye with half a code', Buffer.concat([masked(0x88, 1), Buffer.from([7])])],
  ['text that is no UTF-8', Buffer.concat([masked(0x81, 2), Buffer.from([0xff, 0xfe])])],
  ['noise', randomBytes(4096)],
];

async function isAlive(): Promise<boolean> {
  return (await fetch(sandbox.pageUrl)).status === 200;
}

describe.each(SOCKET_PATHS)('a socket at %s', (path) => {
  it.each(FRAMES)('is closed, and nothing else, by %s', async (_, frame) => {
    const socket = await rawWebSocket(sandbox, path);
    const closed = once(socket, 'close');
    socket.write(frame);
    socket.end();
    await closed;
    expect(await isAlive()).toBe(true);
  });

  it('may be cut in the middle of its opening', async () => {
    const socket = await rawConnection(sandbox);
    socket.write(upgradeRequest(sandbox, path));
    socket.resetAndDestroy();
    await sleep(20);
    expect(await isAlive()).toBe(true);
  });

  it.each([
    { Origin: 'https://elsewhere.example' },
    { 'Sec-WebSocket-Key': 'short' },
  ])('may be cut while it is refused: %j', async (headers) => {
    for (let i = 0; i < 20; i++) {
      const socket = await rawConnection(sandbox);
      socket.write(upgradeRequest(sandbox, path, headers) + 'x'.repeat(1000));
      await sleep(i % 3);
      socket.resetAndDestroy();
    }
    expect(await isAlive()).toBe(true);
  });
});

describe('what another page asks for is refused:', () => {
  it.each(SOCKET_PATHS)('a socket at %s', async (path) => {
    const { port } = new URL(sandbox.pageUrl);
    const status = (headers: Record<string, string>) => upgradeStatus(sandbox, path, headers);
    expect(await status({ Origin: 'https://elsewhere.example' })).toBe(403);
    expect(await status({ Origin: 'null' })).toBe(403);
    expect(await status({ Host: `rebound.example:${port}` })).toBe(403);
    expect(await status({})).toBe(101);
  });

  it('a request to the API', async () => {
    const url = `${sandbox.apiUrl}/v10/gateway`;
    const { origin } = new URL(url);
    const status = async (headers: Record<string, string>) =>
      (await fetch(url, { headers })).status;
    expect(await status({ Origin: 'https://elsewhere.example' })).toBe(403);
    expect(await status({ Origin: origin })).toBe(200);
    expect(await status({})).toBe(200);
  });

  it('anything at all by a name that was made to point here', async () => {
    const socket = await rawConnection(sandbox);
    socket.write('GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1\.1 403 /u);
  });

  it('its socket at a place where none is', async () => {
    expect(await upgradeStatus(sandbox, '/elsewhere', {})).toBe(404);
    expect(await upgradeStatus(sandbox, '/gatewayed', {})).toBe(404);
  });
});
