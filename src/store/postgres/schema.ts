/** The lowest version of pgvector that searches on where a filter left too little (0.8 of 2024). */
export const MIN_PGVECTOR = [0, 8] as const;

/** Each runs once, in order, and is never changed afterwards: add another one instead. */
export const MIGRATIONS: readonly string[] = [
  `
  create table pullquote.articles (
    article integer generated always as identity primary key,
    id text not null,
    card json not null,
    headings json not null,
    -- Compressed JSON, as the embedded index has it.
    record bytea not null,
    -- For "does some article hold these words": composed, and without what a database cannot hold.
    searched text not null,
    passages integer not null,
    vectors integer not null,
    dimensions integer not null,
    -- What made the vectors.
    model text not null,
    -- The generations that have the article: from born on, and before died.
    born integer not null,
    died integer
  );
  create index articles_died on pullquote.articles (died) where died is not null;
  create index articles_born on pullquote.articles (born);

  create table pullquote.passages (
    article integer not null,
    paragraph integer not null,
    text_hash text not null,
    terms text[] not null,
    primary key (article, paragraph)
  );
  create index passages_text_hash on pullquote.passages (text_hash);

  create table pullquote.postings (
    term text not null,
    article integer not null,
    paragraph integer not null,
    count integer not null,
    length integer not null
  );
  create index postings_term on pullquote.postings
    (term, article, paragraph) include (count, length);

  create table pullquote.generations (
    number integer primary key,
    generation text not null,
    manifest json not null,
    -- The articles in the order of the corpus, and in how many passages each term stands.
    places integer[] not null,
    statistics bytea not null,
    -- Where the articles came from, as the embedded index keeps it.
    sources bytea
  );
  create sequence pullquote.generation_numbers as integer;

  create table pullquote.current (
    single boolean primary key default true check (single),
    number integer not null
  );
  insert into pullquote.current (number) values (0);
  `,
];

/** Windows that a search looks through before it is sure of the nearest ones. */
const EF_SEARCH = 400;

/** The vectors of one length: a table, an index of neighbours, and the search of it. */
export function vectorTable(dimensions: number): string {
  const table = `pullquote.vectors_${dimensions}`;
  return `
  create table if not exists ${table} (
    article integer not null,
    paragraph integer not null,
    piece integer not null,
    embedding halfvec(${dimensions}) not null,
    primary key (article, paragraph, piece)
  );
  create or replace function pullquote.nearest_${dimensions}(
    query halfvec, windows integer, gone integer[], within integer[]
  ) returns table (article integer, paragraph integer, distance double precision)
  language sql stable
  set hnsw.ef_search = ${EF_SEARCH}
  set hnsw.iterative_scan = strict_order
  as $$
    select v.article, v.paragraph, v.embedding <=> query
    from ${table} v
    where v.article <> all (gone) and (within is null or v.article = any (within))
    order by v.embedding <=> query
    limit windows
  $$;
  `;
}

/** Built when the first corpus is in its table: much sooner than row by row. */
export function vectorIndex(dimensions: number): string {
  return `create index if not exists vectors_${dimensions}_nearest
    on pullquote.vectors_${dimensions} using hnsw (embedding halfvec_cosine_ops)`;
}
