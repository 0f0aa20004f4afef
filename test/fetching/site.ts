import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { Web, type WebOptions } from '../../src/fetching/web.ts';

export type Page =
  | string
  | { type?: string; status?: number; headers?: Record<string, string>; body?: string | Buffer }
  | ((request: IncomingMessage, response: ServerResponse) => void);

const open: Server[] = [];
const webs: Web[] = [];
afterEach(async () => {
  await Promise.all(webs.splice(0).map((web) => web.close()));
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

export interface Site {
  url: string;
  /** What was asked for, in order. */
  requests: { path: string; at: number; headers: IncomingMessage['headers'] }[];
  pages: Record<string, Page>;
}

/** A web server on loopback with these pages; others are not found. */
export async function startSite(pages: Record<string, Page>): Promise<Site> {
  const site: Site = { url: '', requests: [], pages };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    site.requests.push({ path, at: performance.now(), headers: request.headers });
    const page = site.pages[path];
    if (typeof page === 'function') {
      page(request, response);
      return;
    }
    const {
      type = 'text/html',
      status = page === undefined ? 404 : 200,
      headers = {},
      body = '',
    } = typeof page === 'string' ? { body: page } : (page ?? {});
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return site;
}

/** Without pauses, and with private addresses, unless it is said otherwise. */
export function openWeb(options: Partial<WebOptions> = {}): Web {
  const web = new Web({
    allowPrivate: true,
    maxBytes: 2 ** 20,
    signal: new AbortController().signal,
    hostPauseMs: 0,
    ...options,
  });
  webs.push(web);
  return web;
}
