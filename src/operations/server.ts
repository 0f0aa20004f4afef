import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Health } from './health.ts';

/** Only this machine can ask: there is no password. */
const HOST = '127.0.0.1';

export interface OperationsServer {
  port: number;
  /** Ends at once, with whatever is under way. */
  close(): Promise<void>;
}

export interface Answers {
  register: Registry;
  health: () => Health;
}

/**
 * Answers `/healthz` (200 or 503, JSON) and `/metrics` (Prometheus's text format).
 *
 * @param port 0 for any free one
 * @throws what the system says (`EADDRINUSE`, `EACCES`) when the port cannot be opened
 */
export async function serveOperations(port: number, answers: Answers): Promise<OperationsServer> {
  const server = createServer((request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const path = request.url?.split('?', 1)[0] ?? '';
    if (!isRead) return send(response.setHeader('allow', 'GET, HEAD'), 405, 'Only GET.\n');
    if (path === '/healthz') return sendHealth(response, answers.health());
    if (path === '/metrics') return void sendMetrics(response, answers.register);
    return send(response, 404, 'Here are /healthz and /metrics.\n');
  });
  server.listen(port, HOST);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendHealth(response: ServerResponse, health: Health): void {
  const status = health.status === 'ok' ? 200 : 503;
  send(response, status, `${JSON.stringify(health)}\n`, 'application/json');
}

async function sendMetrics(response: ServerResponse, register: Registry): Promise<void> {
  try {
    send(response, 200, await register.metrics(), register.contentType);
  } catch (error) {
    send(response, 500, `The metrics cannot be collected: ${(error as Error).message}\n`);
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
): void {
  // What was true at one moment is of no use in a cache.
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
