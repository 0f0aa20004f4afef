import postgres from 'postgres';
import { startPglite, type TestServer } from './pglite-server.ts';

/** The server of TEST_POSTGRES_URL, whose schema `pullquote` is cleared; without it, PGlite. */
export async function startServer(): Promise<TestServer> {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) return startPglite();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return {
    url,
    clear: async () => {
      await sql.unsafe('drop schema if exists pullquote cascade');
    },
    close: () => sql.end(),
  };
}
