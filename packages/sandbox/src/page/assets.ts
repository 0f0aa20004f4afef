import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** The page's files, which are served as they are: there is no build step. Nothing else is. */
const SCRIPTS = [
  'main',
  'connection',
  'dom',
  'markdown',
  'components',
  'message',
  'message-menu',
  'menu',
  'notices',
  'typing',
  'sidebar',
  'forum',
  'composer',
  'command-form',
  'listbox',
];
const STYLES = [
  'theme',
  'base',
  'sidebar',
  'conversation',
  'forum',
  'markdown',
  'components',
  'composer',
];
const FILES: readonly (readonly [path: string, file: string, type: string])[] = [
  ['/', 'index.html', 'text/html'],
  ['/page/icon.svg', 'icon.svg', 'image/svg+xml'],
  ...SCRIPTS.map((name) => [`/page/${name}.js`, `${name}.js`, 'text/javascript'] as const),
  ...STYLES.map((name) => [`/page/${name}.css`, `${name}.css`, 'text/css'] as const),
];

/** Nothing comes from elsewhere but pictures that a bot links to, and no other page shows this one. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** Serves the page. */
export function pageAssets(server: FastifyInstance): void {
  for (const [path, file, type] of FILES) {
    const text = readFileSync(new URL(`client/${file}`, import.meta.url));
    server.get(path, (_request, reply) => {
      return reply.headers(HEADERS).type(`${type}; charset=utf-8`).send(text);
    });
  }
}
