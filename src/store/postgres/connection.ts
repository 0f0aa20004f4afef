import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { IndexError } from '../../errors.ts';

/** Connections of one process: a question needs two at most, for some milliseconds each. */
const MAX_CONNECTIONS = 4;
const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 30_000;
/** A search that takes longer helps nobody: its asker has given up. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** Before each further try to read, when the server could not be reached. */
const RETRY_AFTER_MS = [50, 250, 1_000];

type Row = Record<string, unknown>;

/** A way to ask the server; with a transaction's, all or nothing is done. */
export type Query = <R extends Row>(text: string, params?: readonly unknown[]) => Promise<R[]>;

/** The connections to one database. What it is called never shows the password. */
export class Connection {
  readonly name: string;
  readonly #pool: pg.Pool;

  /** @param url `postgres://user:password@host:port/database`, options of the client as parameters */
  constructor(url: string) {
    const { hostname, port, pathname } = new URL(url);
    this.name = `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      idleTimeoutMillis: IDLE_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      application_name: 'pullquote',
    });
    // An idle connection that ends is replaced when the next one is needed.
    this.#pool.on('error', () => {});
  }

  /**
   * One connection of its own, until it is released.
   *
   * @throws IndexError when the server cannot be reached.
   */
  async session(): Promise<Session> {
    try {
      const client = await this.#pool.connect();
      // Whatever is asked next fails, and is told there.
      client.on('error', () => {});
      return {
        query: (text, params = []) => run(client, text, params),
        release: () => {
          // What a session set or locked must not be the next one's.
          client.release(true);
        },
      };
    } catch (error) {
      throw this.problem(error);
    }
  }

  /**
   * Reads; again after a while where the connection was lost, as reading twice does no harm.
   *
   * @throws IndexError of the code `away` when the server cannot be reached.
   */
  readonly read: Query = async (text, params = []) => {
    for (const waitMs of RETRY_AFTER_MS) {
      try {
        return await run(this.#pool, text, params);
      } catch (error) {
        if (!isAway(error)) throw this.problem(error);
        await sleep(waitMs);
      }
    }
    try {
      return await run(this.#pool, text, params);
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
        `The index server ${this.name} does not answer (${code || error.message}): is it running, and is STORE_URL right?`,
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
    return this.#pool.end();
  }
}

/** A connection of one's own: for transactions and locks. */
export interface Session {
  query: Query;
  /** Ends it, with all that it holds. */
  release(): void;
}

async function run<R extends Row>(
  handle: Pick<pg.Pool, 'query'>,
  text: string,
  params: readonly unknown[],
): Promise<R[]> {
  const { rows } = await handle.query<R>(text, params.length > 0 ? [...params] : undefined);
  return rows;
}

const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
/** The client gives these no code. */
const CONNECTION_MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed)/u;

/** Whether the server is gone, starting, stopping, or has no connection to spare. */
function isAway(error: unknown): boolean {
  const { code = '', message } = error as Error & { code?: string };
  return (
    CONNECTION_CODES.has(code) ||
    /^(?:08|57P0[123]$|53300$)/u.test(code) ||
    CONNECTION_MESSAGES.test(message)
  );
}
