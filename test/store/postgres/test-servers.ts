import pg from 'pg';
import { startPglite, type TestServer } from './pglite-server.ts';

/** The server of TEST_POSTGRES_URL, whose schema `pullquote` is cleared; without it, PGlite. */
export async function startServer(): Promise<TestServer> {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) return startPglite();
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  return {
    url,
    clear: async () => {
      await pool.query('drop schema if exists pullquote cascade');
    },
    close: () => pool.end(),
  };
}
