import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { IndexError } from '../../errors.ts';

/** Connections of one process: a question needs two at most, for some milliseconds each. */
const MAX_CONNECTIONS = 4;
const CONNECT_TIMEOUT_SECONDS = 5;
const IDLE_TIMEOUT_SECONDS = 30;
/** A search that takes longer helps nobody: its asker has given up. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** Before each further try to read, when the server could not be reached. */
const RETRY_AFTER_MS = [50, 250, 1_000];

export type Sql = postgres.Sql;
type Row = Record<string, unknown>;

/** A way to ask the server; with a transaction's, all or nothing is done. */
export type Query = <R extends Row>(text: string, params?: readonly unknown[]) => Promise<R[]>;

/** The connections to one database. What it is called never shows the password. */
export class Connection {
  readonly name: string;
  readonly sql: Sql;

  /** @param url `postgres://user:password@host:port/database`, options of the client as parameters */
  constructor(url: string) {
    const { hostname, port, pathname } = new URL(url);
    this.name = `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
    this.sql = postgres(url, {
      max: Number(new URL(url).searchParams.get('max') ?? MAX_CONNECTIONS),
      connect_timeout: CONNECT_TIMEOUT_SECONDS,
      idle_timeout: IDLE_TIMEOUT_SECONDS,
      connection: { application_name: 'pullquote', statement_timeout: STATEMENT_TIMEOUT_MS },
      onnotice: () => {},
      backoff: (attempt) => Math.min(0.1 * 2 ** attempt, 5),
    });
  }

  /**
   * Reads; again after a while where the connection was lost, as reading twice does no harm.
   *
   * @throws IndexError of the code `away` when the server cannot be reached.
   */
  readonly read: Query = async (text, params = []) => {
    for (const waitMs of RETRY_AFTER_MS) {
      try {
        return await run(this.sql, text, params);
      } catch (error) {
        if (!isAway(error)) throw this.problem(error);
        await sleep(waitMs);
      }
    }
    try {
      return await run(this.sql, text, params);
    } catch (error) {
      throw this.problem(error);
    }
  };

  /** What went wrong as one line for a person, where it is nothing of ours. */
  problem(error: unknown): unknown {
    if (error instanceof IndexError || !(error instanceof Error)) return error;
    const { code = '' } = error as Error & { code?: string };
    const make = (kind: IndexError['code'], text: string) =>
      new IndexError(kind, text, { cause: error });
    if (isAway(error)) {
      return make(
        'away',
        `The index server ${this.name} does not answer (${code}): is it running, and is STORE_URL right?`,
      );
    }
    if (code === '28P01' || code === '28000') {
      return make(
        'unreadable',
        `The index server ${this.name} refuses the user or the password: check STORE_URL.`,
      );
    }
    if (code === '3D000') {
      return make('unreadable', `There is no database ${this.name}: create it with \`createdb\`.`);
    }
    if (code === '57014') {
      return make(
        'away',
        `The index server ${this.name} took longer than ${STATEMENT_TIMEOUT_MS / 1_000} s.`,
      );
    }
    if (code === '42501') {
      return make(
        'unwritable',
        `The user of STORE_URL may not do this in ${this.name}: ${error.message}.`,
      );
    }
    return error;
  }

  close(): Promise<void> {
    return this.sql.end({ timeout: 1 });
  }
}

/** A query by any of the client's handles: the pool, one connection, a transaction. */
export function queryOf(sql: Pick<Sql, 'unsafe'>): Query {
  return (text, params = []) => run(sql, text, params);
}

async function run<R extends Row>(
  sql: Pick<Sql, 'unsafe'>,
  text: string,
  params: readonly unknown[],
): Promise<R[]> {
  // The client's own types of parameters know no nested readonly arrays.
  const rows = await sql.unsafe<R[]>(text, params as never[], { prepare: params.length > 0 });
  return [...rows];
}

const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
]);

/** Whether the server is gone, starting, stopping, or has no connection to spare. */
export function isAway(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return CONNECTION_CODES.has(code) || /^(?:08|57P0[123]$|53300$)/u.test(code);
}
