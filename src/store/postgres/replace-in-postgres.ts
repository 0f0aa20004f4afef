import { randomBytes } from 'node:crypto';
import { ArticleFaultError } from '../../errors.ts';
import { encodeArticle } from '../article-codec.ts';
import { checkVectors } from '../check-article.ts';
import { termsOfPassages } from '../prepare-corpus.ts';
import { encodeSources } from '../sources-codec.ts';
import type { ChangedCorpus, EmbeddedArticle, Manifest } from '../types.ts';
import { removeArticles } from './clean.ts';
import type { Query } from './connection.ts';
import { inTransaction } from './in-transaction.ts';
import type { PostgresLock } from './postgres-lock.ts';
import { PostgresStore } from './postgres-store.ts';
import { vectorIndex, vectorTable } from './schema.ts';
import { type PreparedArticle, stageArticles } from './stage-articles.ts';
import { TermStatistics } from './term-statistics.ts';

/** The layout of what a generation's row holds. */
const FORMAT = 1;
/** Passages that are written in one transaction, but for an article that has more. */
const PASSAGES_AT_ONCE = 500;

/**
 * Makes a corpus the content of the database. What is new is written first, batch by batch, where
 * no reader sees it; then one transaction makes it the current generation. Until then, and whenever
 * this fails or is killed, the old one stays.
 */
export async function replaceInPostgres(
  lock: PostgresLock,
  corpus: ChangedCorpus,
  onFault?: (fault: ArticleFaultError) => void,
): Promise<Manifest> {
  const { query } = lock;
  const base = corpus.base instanceof PostgresStore ? corpus.base : undefined;
  const { dimensions } = corpus.model;
  const [before] = await query<{ number: number }>('select number from pullquote.current');
  const old = before?.number ?? 0;
  // What a writer staged that was killed: nobody else stages while this one holds the lock.
  await removeArticles(query, 'born > $1', [old]);
  await query(vectorTable(dimensions));
  const [next] = await query<{ number: number }>(
    "select nextval('pullquote.generation_numbers')::integer as number",
  );
  const number = Math.max(next?.number ?? 0, old + 1);

  const live = await liveArticles(query, old);
  const statistics = base
    ? await TermStatistics.decode(await base.statistics.encode())
    : new TermStatistics();
  const places = await stage(corpus, base, { query, number, statistics, onFault });
  const kept = new Set(places);
  const gone = live.filter((article) => !kept.has(article));
  if (base) await forget(query, statistics, gone);

  await query(vectorIndex(dimensions));
  const [counted] = await query<{ passages: number; vectors: number; bytes: number }>(
    `select coalesce(sum(passages), 0)::integer as passages,
       coalesce(sum(vectors), 0)::integer as vectors,
       (select coalesce(sum(pg_total_relation_size(c.oid)), 0)::float8 from pg_class c
        where c.relnamespace = 'pullquote'::regnamespace and c.relkind = 'r') as bytes
     from pullquote.articles where article = any ($1::integer[])`,
    [places],
  );
  const createdAt = new Date().toISOString();
  const manifest: Manifest = {
    format: FORMAT,
    generation: `${createdAt.replace(/\W/g, '')}-${randomBytes(4).toString('hex')}`,
    createdAt,
    corpusHash: corpus.corpusHash,
    model: corpus.model,
    articles: places.length,
    passages: counted?.passages ?? 0,
    vectors: counted?.vectors ?? 0,
    bytes: counted?.bytes ?? 0,
  };
  await lock.check();
  const sources = corpus.sources && (await encodeSources(corpus.sources()));
  await swap(lock, { old, number, manifest, places, gone, statistics, sources });
  // What cannot be removed now is removed by the next build; the swap has been made.
  await removeArticles(query, 'died <= $1', [old]).catch(() => {});
  await query('delete from pullquote.generations where number < $1', [old]).catch(() => {});
  return manifest;
}

interface Staging {
  query: Query;
  number: number;
  statistics: TermStatistics;
  onFault: ((fault: ArticleFaultError) => void) | undefined;
}

/** Writes what is new. @returns the numbers of all articles' rows, in order */
async function stage(
  corpus: ChangedCorpus,
  base: PostgresStore | undefined,
  { query, number, statistics, onFault }: Staging,
): Promise<number[]> {
  const places: (number | undefined)[] = [];
  const ids = new Set<string>();
  let waiting: (PreparedArticle & { place: number })[] = [];
  let lastFault: ArticleFaultError | undefined;
  const flush = async () => {
    const numbers = await stageArticles(query, number, corpus.model, waiting);
    for (const [i, { place }] of waiting.entries()) places[place] = numbers[i];
    waiting = [];
  };
  for (const article of corpus.articles) {
    if (typeof article === 'string') {
      const row = base?.rows.get(article);
      if (!row) throw new RangeError(`${article} is not in the index.`);
      places.push(row.article);
      continue;
    }
    try {
      const { id } = article.article;
      if (ids.has(id)) throw new TypeError(`The article ${id} is there twice.`);
      const prepared = await prepare(article, corpus.model);
      ids.add(id);
      for (const terms of prepared.terms) statistics.add(terms);
      waiting.push({ ...prepared, place: places.length });
      places.push(undefined);
    } catch (cause) {
      lastFault = ArticleFaultError.of(article.article.file, cause);
      if (!onFault) throw lastFault;
      onFault(lastFault);
    }
    const passages = waiting.reduce((sum, { terms }) => sum + terms.length, 0);
    if (passages >= PASSAGES_AT_ONCE) await flush();
  }
  if (lastFault && places.length === 0) throw lastFault;
  await flush();
  return places.flatMap((place) => place ?? []);
}

async function prepare(
  article: EmbeddedArticle,
  model: ChangedCorpus['model'],
): Promise<PreparedArticle> {
  checkVectors(article, model);
  const encoded = await encodeArticle(article);
  return { article, encoded, terms: await termsOfPassages(article) };
}

async function liveArticles(query: Query, generation: number): Promise<number[]> {
  const rows = await query<{ article: number }>(
    'select article from pullquote.articles where born <= $1 and (died is null or died > $1)',
    [generation],
  );
  return rows.map(({ article }) => article);
}

/** Takes the words of articles that are gone out of the statistics. */
async function forget(
  query: Query,
  statistics: TermStatistics,
  gone: readonly number[],
): Promise<void> {
  const rows = await query<{ terms: string[] }>(
    'select terms from pullquote.passages where article = any ($1::integer[])',
    [gone],
  );
  for (const { terms } of rows) statistics.remove(terms);
}

interface Swap {
  old: number;
  number: number;
  manifest: Manifest;
  places: readonly number[];
  gone: readonly number[];
  statistics: TermStatistics;
  sources: Buffer | undefined;
}

/** In one transaction of the connection that holds the lock, and only over the generation it knew. */
async function swap(
  { query }: PostgresLock,
  { old, number, manifest, places, gone, statistics, sources }: Swap,
): Promise<void> {
  const content = await statistics.encode();
  await inTransaction(query, async () => {
    await query('update pullquote.articles set died = $1 where article = any ($2::integer[])', [
      number,
      gone,
    ]);
    await query(
      `insert into pullquote.generations (number, generation, manifest, places, statistics, sources)
       values ($1, $2, $3::text::json, $4::integer[], $5, $6)`,
      [number, manifest.generation, JSON.stringify(manifest), places, content, sources ?? null],
    );
    const swapped = await query<{ number: number }>(
      'update pullquote.current set number = $1 where number = $2 returning number',
      [number, old],
    );
    if (swapped.length !== 1) throw new Error('another generation was swapped in meanwhile');
  });
}
