import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** The page's files, which are served as they are: there is no build step. */
const FILES = {
  '/': ['index.html', 'text/html'],
  '/page/style.css': ['style.css', 'text/css'],
  '/page/icon.svg': ['icon.svg', 'image/svg+xml'],
  '/page/main.js': ['main.js', 'text/javascript'],
  '/page/connection.js': ['connection.js', 'text/javascript'],
  '/page/dom.js': ['dom.js', 'text/javascript'],
  '/page/markdown.js': ['markdown.js', 'text/javascript'],
  '/page/components.js': ['components.js', 'text/javascript'],
  '/page/message.js': ['message.js', 'text/javascript'],
  '/page/menu.js': ['menu.js', 'text/javascript'],
  '/page/sidebar.js': ['sidebar.js', 'text/javascript'],
  '/page/composer.js': ['composer.js', 'text/javascript'],
  '/page/command-form.js': ['command-form.js', 'text/javascript'],
  '/page/listbox.js': ['listbox.js', 'text/javascript'],
} as const;

/** Nothing comes from elsewhere but pictures that a bot links to. */
const POLICY =
  "default-src 'self'; img-src 'self' https: data:; base-uri 'none'; form-action 'none'";

/** Serves the page. */
export function pageAssets(server: FastifyInstance): void {
  for (const [path, [file, type]] of Object.entries(FILES)) {
    server.get(path, (_request, reply) => {
      const text = readFileSync(new URL(`client/${file}`, import.meta.url));
      return reply
        .header('content-security-policy', POLICY)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-cache')
        .type(`${type}; charset=utf-8`)
        .send(text);
    });
  }
}
