import { IndexError } from '../../errors.ts';
import type { Connection, Query } from './connection.ts';
import { inTransaction } from './in-transaction.ts';
import { MIGRATIONS, MIN_PGVECTOR } from './schema.ts';

/** Any number that no other program takes for its advisory locks: "pqmi". */
const MIGRATION_LOCK = 0x70716d69;

/**
 * Brings the database's tables to this version, once, however many programs start together.
 *
 * @throws IndexError where pgvector is missing or too old, or the tables are of a newer version.
 */
export async function migrate(connection: Connection): Promise<void> {
  const { query, release } = await connection.session();
  try {
    await inTransaction(query, async () => {
      await query('set local statement_timeout = 0');
      await query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
      await requireVectors(connection.name, query);
      await query('create schema if not exists pullquote');
      await query('create table if not exists pullquote.migrations (version integer primary key)');
      const rows = await query<{ version: number }>('select version from pullquote.migrations');
      const done = Math.max(0, ...rows.map(({ version }) => version));
      if (done > MIGRATIONS.length) throw newer(connection.name, done);
      for (const [i, migration] of MIGRATIONS.entries()) {
        if (i + 1 <= done) continue;
        await query(migration);
        await query('insert into pullquote.migrations (version) values ($1)', [i + 1]);
      }
    });
  } catch (error) {
    throw connection.problem(error);
  } finally {
    release();
  }
}

async function requireVectors(name: string, query: Query): Promise<void> {
  const [available] = await query<{ installed: string | null; available: string }>(
    `select installed_version as installed, default_version as available
     from pg_available_extensions where name = 'vector'`,
  );
  if (!available) {
    throw new IndexError(
      'unwritable',
      `The index server ${name} has no pgvector: install it (https://github.com/pgvector/pgvector), version ${MIN_PGVECTOR.join('.')} or later.`,
    );
  }
  const version = available.installed ?? available.available;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < MIN_PGVECTOR[0] || (major === MIN_PGVECTOR[0] && minor < MIN_PGVECTOR[1])) {
    throw new IndexError(
      'unwritable',
      `The index server ${name} has pgvector ${version}: version ${MIN_PGVECTOR.join('.')} or later is needed; after installing it, \`ALTER EXTENSION vector UPDATE\`.`,
    );
  }
  if (available.installed === null) await query('create extension if not exists vector');
}

function newer(name: string, done: number): IndexError {
  return new IndexError(
    'format',
    `The tables in ${name} were made by a newer version of the program (${done}, this one knows ${MIGRATIONS.length}): update this one.`,
  );
}
