import { afterAll, beforeAll } from 'vitest';
import { PostgresIndex } from '../../../src/store/postgres/postgres-index.ts';
import { model } from '../corpora.ts';
import { describeStore } from '../store.contract.ts';
import type { TestServer } from './pglite-server.ts';
import { startServer } from './test-servers.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server?.close());

describeStore('Postgres', async () => {
  await server.clear();
  const index = new PostgresIndex(server.url);
  return {
    replace: (corpus) => index.replace(corpus),
    open: () => index.open({ model }),
    remove: () => index.close(),
  };
});
