import { IndexLockedError } from '../../errors.ts';
import type { IndexLock } from '../lock.ts';
import type { Connection, Query } from './connection.ts';

/** Any number that no other program takes for its advisory locks: "pqwr". */
const WRITER_LOCK = 0x70717772;

/** The right to write, and the one connection that has it: where that is lost, so is the right. */
export interface PostgresLock extends IndexLock {
  readonly query: Query;
}

/**
 * Holds an index for writing until `release`, or until the connection ends: that of a killed
 * program ends with it.
 *
 * @throws IndexLockedError that names who holds it.
 */
export async function lockPostgres(connection: Connection): Promise<PostgresLock> {
  const { query, release } = await connection.session();
  try {
    const [taken] = await query<{ locked: boolean; pid: number }>(
      `select pg_try_advisory_lock(${WRITER_LOCK}) as locked, pg_backend_pid() as pid`,
    );
    if (!taken?.locked) throw await lockedBy(connection, query);
    // Long work, such as building an index, is the writer's own; readers have their limit.
    await query('set statement_timeout = 0');
    return {
      query,
      async check() {
        try {
          const [now] = await query<{ pid: number }>('select pg_backend_pid() as pid');
          if (now?.pid === taken.pid) return;
        } catch (error) {
          throw connection.problem(error);
        }
        throw new IndexLockedError(
          `The connection to ${connection.name} was lost while the index was written: run this again.`,
        );
      },
      async release() {
        await query(`select pg_advisory_unlock(${WRITER_LOCK})`).catch(() => {});
        release();
      },
    };
  } catch (error) {
    release();
    throw connection.problem(error);
  }
}

async function lockedBy({ name }: Connection, query: Query): Promise<IndexLockedError> {
  const [holder] = await query<{ since: Date; address: string | null }>(
    `select s.backend_start as since, s.client_addr::text as address
     from pg_locks l join pg_stat_activity s on s.pid = l.pid
     where l.locktype = 'advisory' and l.objid = ${WRITER_LOCK} and l.granted`,
  ).catch(() => []);
  const who = holder ? ` (from ${holder.address ?? 'this machine'})` : '';
  return new IndexLockedError(
    `The index in ${name} is being written by another process${who}: run this again when that one is done.`,
  );
}
