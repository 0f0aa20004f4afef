/** Articles that this generation does not have: staged ones, and those that are gone. */
const GONE = `array(
    select article from pullquote.articles where born > $1
    union all
    select article from pullquote.articles where died <= $1
  )`;

/** The hits, and once each the articles that hold them, unless the caller has them. */
const withRecords = (known: string) => `
  select article, paragraph, score, null::bytea as record from hits
  union all
  select a.article, null, null, a.record from pullquote.articles a
  where a.article in (select article from hits) and a.article <> all (${known}::integer[])`;

/**
 * BM25 and the bonus for pairs, as the embedded index has them.
 *
 * $1 generation, $2 known articles, $3 articles to search or null, $4 terms, $5 what each gives at
 * most, $6 and $7 base and slope of the length's norm, $8 and $9 the pairs' terms, $10 what each
 * pair gives at most, $11 number of candidates, $12 number of hits
 */
export const KEYWORD_SEARCH = `
  with candidates as materialized (
    select p.article, p.paragraph, p.length,
      sum(q.most * p.count / (p.count + $6::float8 + $7::float8 * p.length)) as score
    from unnest($4::text[], $5::float8[]) as q (term, most)
    join pullquote.postings p on p.term = q.term
    where p.article <> all (${GONE})
      and ($3::integer[] is null or p.article = any ($3::integer[]))
    group by p.article, p.paragraph, p.length
    order by score desc, p.article, p.paragraph
    limit $11::integer
  ),
  hits as materialized (
    select c.article, c.paragraph, c.score + coalesce((
      select sum(found.most * found.count / (found.count + $6::float8 + $7::float8 * c.length))
      from (
        select pair.most, count(*) as count
        from pullquote.passages p,
          unnest(p.terms, p.terms[2:]) as side (first, second)
          join unnest($8::text[], $9::text[], $10::float8[]) as pair (first, second, most)
            on pair.first = side.first and pair.second = side.second
        where p.article = c.article and p.paragraph = c.paragraph
        group by pair.first, pair.second, pair.most
      ) as found
    ), 0) as score
    from candidates c
    order by score desc, c.article, c.paragraph
    limit $12::integer
  )
  ${withRecords('$2')}`;

/**
 * The nearest passages by their best windows.
 *
 * $1 generation, $2 known articles, $3 articles to search or null, $4 the vector, $5 number of
 * windows to look at, $6 number of hits
 */
export const vectorSearch = (dimensions: number) => `
  with windows as materialized (
    select * from pullquote.nearest_${dimensions}(
      $4::text::halfvec, $5::integer, ${GONE}, $3::integer[]
    )
  ),
  hits as materialized (
    select article, paragraph, 1 - min(distance) as score
    from windows
    group by article, paragraph
    order by score desc, article, paragraph
    limit $6::integer
  )
  ${withRecords('$2')}`;

/**
 * The same, comparing with every vector of some articles.
 *
 * $1 known articles, $2 articles to search, $3 the vector, $4 number of hits
 */
export const exactVectorSearch = (dimensions: number) => `
  with hits as materialized (
    select article, paragraph, 1 - min(embedding <=> $3::text::halfvec) as score
    from pullquote.vectors_${dimensions}
    where article = any ($2::integer[])
    group by article, paragraph
    order by score desc, article, paragraph
    limit $4::integer
  )
  ${withRecords('$1')}`;
