import { MIGRATIONS, vectorIndex, vectorTable } from './schema.ts';

/** Servers that a plan can be made for. */
export const MODES = ['one', 'citus'] as const;
export type PlanMode = (typeof MODES)[number];

/** Tables that are searched: their rows lie with their article's, so that no search crosses shards. */
const BY_ARTICLE = ['passages', 'postings'];

/** The SQL of all tables, for one server or for several that Citus makes one of. */
export const PLANS: Readonly<Record<PlanMode, (dimensions: number) => string>> = {
  one: (dimensions) =>
    [
      'create extension if not exists vector;',
      'create schema if not exists pullquote;',
      ...MIGRATIONS,
      vectorTable(dimensions),
      `${vectorIndex(dimensions)};`,
    ].join('\n'),
  citus: (dimensions) =>
    [
      'create extension if not exists citus;',
      PLANS.one(dimensions),
      '-- Every table that grows is spread by article; an article lies whole on one server.',
      "select create_distributed_table('pullquote.articles', 'article');",
      ...[...BY_ARTICLE, `vectors_${dimensions}`].map(
        (table) =>
          `select create_distributed_table('pullquote.${table}', 'article', colocate_with => 'pullquote.articles');`,
      ),
      '-- Small, and read by every search: a copy on each server.',
      "select create_reference_table('pullquote.generations');",
      "select create_reference_table('pullquote.current');",
    ].join('\n'),
};
