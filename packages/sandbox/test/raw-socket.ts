import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Sandbox } from '../src/index.ts';

/** Where the sandbox takes WebSockets. */
export const SOCKET_PATHS = ['/gateway/?v=10&encoding=json', '/page/socket'];

/** A TCP connection to the sandbox, of which errors are the other side's business. */
export async function rawConnection(sandbox: Sandbox): Promise<Socket> {
  const { hostname, port } = new URL(sandbox.pageUrl);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.resume();
  await once(socket, 'connect');
  return socket;
}

/** The request that turns a connection into a WebSocket. */
export function upgradeRequest(
  sandbox: Sandbox,
  path: string,
  headers: Record<string, string> = {},
): string {
  const { host, origin } = new URL(sandbox.pageUrl);
  const all = {
    Host: host,
    ...(path.startsWith('/page') && { Origin: origin }),
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

/** A WebSocket that is open, and may be written to as it pleases. */
export async function rawWebSocket(sandbox: Sandbox, path: string): Promise<Socket> {
  const socket = await rawConnection(sandbox);
  socket.write(upgradeRequest(sandbox, path));
  await once(socket, 'data');
  return socket;
}

/** Answers with the status line's number. */
export async function upgradeStatus(
  sandbox: Sandbox,
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  const socket = await rawConnection(sandbox);
  socket.write(upgradeRequest(sandbox, path, headers));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return Number(answer.toString('latin1').split(' ')[1]);
}
