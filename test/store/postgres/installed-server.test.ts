import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IndexError, IndexLockedError } from '../../../src/errors.ts';
import { Connection } from '../../../src/store/postgres/connection.ts';
import { PostgresIndex } from '../../../src/store/postgres/postgres-index.ts';
import { lockPostgres } from '../../../src/store/postgres/postgres-lock.ts';
import { MIGRATIONS } from '../../../src/store/postgres/schema.ts';
import { type InstalledServer, installedBin, installedServer } from './installed-server.ts';

const bin = await installedBin();
let server: InstalledServer;
const open: Connection[] = [];
const connect = () => {
  const connection = new Connection(server.url);
  open.push(connection);
  return connection;
};

// What PGlite cannot show: it has one session, and runs in the process of the tests.
describe.skipIf(bin === undefined)('an installed Postgres', () => {
  beforeAll(async () => {
    server = await installedServer(bin ?? '');
  }, 60_000);
  afterAll(async () => {
    await Promise.all(open.map((each) => each.close()));
    await server?.remove();
  }, 60_000);

  test('has one writer: others are told so, whoever asks, and take turns', async () => {
    const asked = Array.from({ length: 20 }, () => lockPostgres(connect()));
    const locks = await Promise.allSettled(asked);
    const held = locks.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const reasons = locks.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(held).toHaveLength(1);
    expect(reasons.every((reason) => reason instanceof IndexLockedError)).toBe(true);
    await held[0]?.check();
    await held[0]?.release();
    const next = await lockPostgres(connect());
    await next.release();
  }, 60_000);

  test('takes the lock from a writer whose connection ended', async () => {
    const lock = await lockPostgres(connect());
    const [own] = await lock.query<{ pid: number }>('select pg_backend_pid() as pid');
    await connect().read('select pg_terminate_backend($1)', [own?.pid]);
    await sleep(200);
    await expect(lock.check()).rejects.toThrow(IndexError);
    await lock.release();
    const next = await lockPostgres(connect());
    await next.release();
  }, 60_000);

  test('is read again by itself when it comes back, and until then is said to be away', async () => {
    const connection = connect();
    expect(await connection.read('select 1 as one')).toEqual([{ one: 1 }]);
    await server.stopAtOnce();
    await expect(connection.read('select 1 as one')).rejects.toMatchObject({ code: 'away' });
    await server.start();
    expect(await connection.read('select 1 as one')).toEqual([{ one: 1 }]);
  }, 60_000);

  test('has the old generation after it stopped in the middle of a swap', async () => {
    const connection = connect();
    await connection.read(`create schema pullquote; ${MIGRATIONS[0]}`);
    const lock = await lockPostgres(connection);
    await lock.query('begin');
    await lock.query('update pullquote.current set number = 1');
    await server.stopAtOnce();
    await server.start();
    await expect(lock.check()).rejects.toThrow(IndexError);
    await lock.release();
    const rows = await connect().read('select number from pullquote.current');
    expect(rows).toEqual([{ number: 0 }]);
    // The lock went with the connection.
    const next = await lockPostgres(connect());
    await next.release();
  }, 60_000);

  test('without pgvector is told what it lacks', async () => {
    const [vector] = await connect().read(
      "select 1 as one from pg_available_extensions where name = 'vector'",
    );
    const index = new PostgresIndex(server.url);
    const locking = index.lock();
    if (vector) await (await locking).release();
    else await expect(locking).rejects.toThrow(/has no pgvector: install it .*0\.8 or later/);
    await index.close();
  });
});
