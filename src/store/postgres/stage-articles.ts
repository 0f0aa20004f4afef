import type { EmbeddingProfile } from '../../passage.ts';
import type { EncodedArticle } from '../article-codec.ts';
import { modelKey } from '../check-model.ts';
import type { EmbeddedArticle } from '../types.ts';
import type { Query } from './connection.ts';
import { inTransaction } from './in-transaction.ts';
import { searchedText } from './postgres-store.ts';
import { toVectorText } from './vector-text.ts';

/** An article ready to be written. */
export interface PreparedArticle {
  article: EmbeddedArticle;
  encoded: EncodedArticle;
  /** Of each passage, in order. */
  terms: readonly (readonly string[])[];
}

/**
 * Writes articles with all that is theirs, in one transaction. No reader sees them before their
 * generation is the current one.
 *
 * @returns the numbers of their rows
 */
export async function stageArticles(
  query: Query,
  generation: number,
  model: EmbeddingProfile,
  articles: readonly PreparedArticle[],
): Promise<number[]> {
  if (articles.length === 0) return [];
  return inTransaction(query, async () => {
    const numbers = await insertArticles(query, generation, model, articles);
    await insertPassages(query, articles, numbers);
    await insertPostings(query, articles, numbers);
    await insertVectors(query, model.dimensions, articles, numbers);
    return numbers;
  });
}

async function insertArticles(
  query: Query,
  generation: number,
  model: EmbeddingProfile,
  articles: readonly PreparedArticle[],
): Promise<number[]> {
  const numbers: number[] = [];
  for (const { article, encoded } of articles) {
    const { passages } = article;
    const headings = new Set(passages.flatMap(({ passage }) => passage.headings));
    const [row] = await query<{ article: number }>(
      `insert into pullquote.articles
         (id, card, headings, record, searched, passages, vectors, dimensions, model, born)
       values ($1, $2::text::json, $3::text::json, $4, $5, $6, $7, $8, $9, $10) returning article`,
      [
        searchedText(article.article.id),
        JSON.stringify(encoded.card),
        JSON.stringify([...headings]),
        encoded.record,
        searchedText(article.article.text),
        passages.length,
        passages.reduce((sum, { vectors }) => sum + vectors.length, 0),
        model.dimensions,
        modelKey(model),
        generation,
      ],
    );
    numbers.push(row?.article ?? 0);
  }
  return numbers;
}

async function insertPassages(
  query: Query,
  articles: readonly PreparedArticle[],
  numbers: readonly number[],
): Promise<void> {
  // Postgres has no ragged arrays: the terms of a passage, which hold no space, go as one text.
  const rows = articles.flatMap(({ encoded, terms }, i) =>
    terms.map((own, index) => ({
      article: numbers[i],
      paragraph: index + 1,
      hash: encoded.hashes[index]?.toString('hex'),
      terms: own.join(' '),
    })),
  );
  await query(
    `insert into pullquote.passages (article, paragraph, text_hash, terms)
     select article, paragraph, text_hash, string_to_array(terms, ' ')
     from unnest($1::integer[], $2::integer[], $3::text[], $4::text[])
       as t (article, paragraph, text_hash, terms)`,
    [
      rows.map(({ article }) => article),
      rows.map(({ paragraph }) => paragraph),
      rows.map(({ hash }) => hash),
      rows.map((row) => row.terms),
    ],
  );
}

async function insertPostings(
  query: Query,
  articles: readonly PreparedArticle[],
  numbers: readonly number[],
): Promise<void> {
  const columns: [string[], number[], number[], number[], number[]] = [[], [], [], [], []];
  const [terms, rows, paragraphs, counts, lengths] = columns;
  for (const [i, prepared] of articles.entries()) {
    for (const [index, own] of prepared.terms.entries()) {
      const counted = new Map<string, number>();
      for (const term of own) counted.set(term, (counted.get(term) ?? 0) + 1);
      for (const [term, count] of counted) {
        terms.push(term);
        rows.push(numbers[i] ?? 0);
        paragraphs.push(index + 1);
        counts.push(count);
        lengths.push(own.length);
      }
    }
  }
  await query(
    `insert into pullquote.postings (term, article, paragraph, count, length)
     select * from unnest($1::text[], $2::integer[], $3::integer[], $4::integer[], $5::integer[])`,
    columns,
  );
}

async function insertVectors(
  query: Query,
  dimensions: number,
  articles: readonly PreparedArticle[],
  numbers: readonly number[],
): Promise<void> {
  const rows = articles.flatMap(({ article }, i) =>
    article.passages.flatMap(({ vectors }, index) =>
      vectors.map((vector, piece) => ({
        article: numbers[i],
        paragraph: index + 1,
        piece,
        vector: toVectorText(vector),
      })),
    ),
  );
  await query(
    `insert into pullquote.vectors_${dimensions} (article, paragraph, piece, embedding)
     select article, paragraph, piece, embedding::halfvec
     from unnest($1::integer[], $2::integer[], $3::integer[], $4::text[])
       as t (article, paragraph, piece, embedding)`,
    [
      rows.map(({ article }) => article),
      rows.map(({ paragraph }) => paragraph),
      rows.map(({ piece }) => piece),
      rows.map(({ vector }) => vector),
    ],
  );
}
