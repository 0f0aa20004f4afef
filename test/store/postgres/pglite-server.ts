import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

export interface TestServer {
  /** With the user and a password. */
  url: string;
  /** Puts away whatever a test left behind. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A Postgres with pgvector in this process, spoken to over the wire like any other. */
export async function startPglite(): Promise<TestServer> {
  const db = await PGlite.create({ extensions: { vector } });
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 20 });
  await server.start();
  const address = server.getServerConn();
  return {
    url: `postgres://postgres:secret@${address}/postgres?sslmode=disable`,
    clear: async () => {
      await db.exec('drop schema if exists pullquote cascade');
    },
    close: async () => {
      await server.stop();
      await db.close();
    },
  };
}
