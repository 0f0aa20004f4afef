import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from where it may: a program on this machine, or the sandbox's own page.
 * Any page that is open in a browser here can reach a port on loopback: it says so in `Origin`, or
 * its name in `Host` where that name was made to point here.
 */
export function isFromHere({ headers }: Pick<IncomingMessage, 'headers'>, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = headers;
  return hosts.includes(host) && (origin === undefined || isOwnPage(origin, port));
}

export function isOwnPage(origin: string | undefined, port: number): boolean {
  return [`http://127.0.0.1:${port}`, `http://localhost:${port}`].includes(origin ?? '');
}
