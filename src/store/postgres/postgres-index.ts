import { z } from 'zod';
import { IndexError } from '../../errors.ts';
import { articleCards } from '../article-codec.ts';
import { checkModel } from '../check-model.ts';
import type { IndexServer, LastGood, StoreOptions } from '../index-place.ts';
import type { IndexLock } from '../lock.ts';
import type { ReplaceOptions } from '../replace-corpus.ts';
import { decodeSources } from '../sources-codec.ts';
import type { ChangedCorpus, Manifest, PassageStore } from '../types.ts';
import { ArticleCache } from './article-cache.ts';
import { Connection } from './connection.ts';
import { migrate } from './migrate.ts';
import { lockPostgres, type PostgresLock } from './postgres-lock.ts';
import { type ArticleRow, PostgresStore } from './postgres-store.ts';
import { replaceInPostgres } from './replace-in-postgres.ts';
import { TermStatistics } from './term-statistics.ts';

const manifestRecord = z.object({
  format: z.literal(1),
  generation: z.string(),
  createdAt: z.string(),
  corpusHash: z.string(),
  model: z.object({
    model: z.string(),
    sha256: z.string(),
    dimensions: z.int(),
    pooling: z.enum(['cls', 'mean']),
    queryPrefix: z.string(),
    passagePrefix: z.string(),
    maxTokens: z.int(),
  }),
  articles: z.int(),
  passages: z.int(),
  vectors: z.int(),
  bytes: z.int(),
});

interface GenerationRow extends Record<string, unknown> {
  number: number;
  manifest: unknown;
  places: number[];
  statistics: Uint8Array;
  sources: Uint8Array | null;
}

/** An index in a Postgres database with pgvector, which many programs may share. */
export class PostgresIndex implements IndexServer {
  readonly #connection: Connection;
  readonly #cache = new ArticleCache();

  /** @param url `postgres://user:password@host:port/database` */
  constructor(url: string) {
    this.#connection = new Connection(url);
  }

  toString(): string {
    return this.#connection.name;
  }

  async lock(): Promise<IndexLock> {
    await migrate(this.#connection);
    return lockPostgres(this.#connection);
  }

  async open({ model }: StoreOptions): Promise<PassageStore> {
    const [row] = await this.#read<GenerationRow>(
      `select g.number, g.manifest, g.places, g.statistics, g.sources
       from pullquote.current c join pullquote.generations g on g.number = c.number`,
    );
    if (!row) throw this.#missing();
    const manifest = this.#manifestOf(row);
    checkModel(this.#connection.name, manifest.model, model);
    const known = await this.#read<Omit<ArticleRow, 'card'> & { card: unknown }>(
      'select article, card, passages, vectors from pullquote.articles where article = any ($1::integer[])',
      [row.places],
    );
    const cards = articleCards.parse(known.map(({ card }) => card));
    const byNumber = new Map(
      known.map((each, i): [number, ArticleRow] => [
        each.article,
        { ...each, card: cards[i] as ArticleRow['card'] },
      ]),
    );
    const rows = row.places.flatMap((article) => byNumber.get(article) ?? []);
    // Swapped away and cleaned while it was read: the one that took its place will do.
    if (rows.length !== row.places.length) return this.open({ model });
    const statistics = await TermStatistics.decode(row.statistics);
    const sources = row.sources ? decodeSources(Buffer.from(row.sources)) : undefined;
    const generation = { manifest, number: row.number, rows, statistics, sources };
    return new PostgresStore(this.#connection, this.#cache, generation);
  }

  /** A database has one generation that is whole, or none: there is no other to fall back on. */
  async openLastGood(options: StoreOptions): Promise<LastGood> {
    return { store: await this.open(options), damage: undefined };
  }

  async openRemains(): Promise<undefined> {
    return undefined;
  }

  async replace(corpus: ChangedCorpus, options: ReplaceOptions = {}): Promise<Manifest> {
    const lock =
      (options.lock as PostgresLock | undefined) ?? ((await this.lock()) as PostgresLock);
    try {
      return await replaceInPostgres(lock, corpus, options.onFault);
    } catch (error) {
      throw this.#connection.problem(error);
    } finally {
      if (!options.lock) await lock.release();
    }
  }

  async currentGeneration(): Promise<string | undefined> {
    try {
      const [row] = await this.#read<{ generation: string }>(
        `select g.generation
         from pullquote.current c join pullquote.generations g on g.number = c.number`,
      );
      return row?.generation;
    } catch (error) {
      if (error instanceof IndexError && error.code === 'missing') return undefined;
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  async #read<R extends Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
  ): Promise<R[]> {
    try {
      return await this.#connection.read<R>(text, params);
    } catch (error) {
      // There is no such schema, or no such table yet.
      const { code } = error as { code?: string };
      if (code === '3F000' || code === '42P01') throw this.#missing();
      throw error;
    }
  }

  #manifestOf({ manifest }: GenerationRow): Manifest {
    const read = manifestRecord.safeParse(manifest);
    if (read.success) return read.data;
    throw new IndexError(
      'format',
      `The index in ${this.#connection.name} was written by another version of the program: run \`npm run embed -- --force\`.`,
    );
  }

  #missing(): IndexError {
    return new IndexError(
      'missing',
      `There is no index in ${this.#connection.name}: run \`npm run embed\`.`,
    );
  }
}
