import { describe, expect, test } from 'vitest';
import { PLANS } from '../../../src/store/postgres/plan.ts';
import {
  exactVectorSearch,
  KEYWORD_SEARCH,
  vectorSearch,
} from '../../../src/store/postgres/search-sql.ts';

const tablesIn = (sql: string) =>
  Array.from(
    sql.matchAll(/create table (?:if not exists )?(pullquote\.\w+)/gu),
    ([, name]) => name,
  );
const placedIn = (sql: string) =>
  Array.from(
    sql.matchAll(/create_(distributed|reference)_table\('(pullquote\.\w+)'(?:, '(\w+)')?/gu),
    ([, how, name, by]) => ({ how, name, by }),
  );

describe('the plan for Citus', () => {
  test('is that for one server, and where each table lies', () => {
    expect(PLANS.citus(384)).toContain(PLANS.one(384));
    const placed = placedIn(PLANS.citus(384)).map(({ name }) => name);
    expect(placed.sort()).toEqual(tablesIn(PLANS.one(384)).sort());
  });

  test('spreads by article, colocated, whatever grows with the corpus', () => {
    const spread = placedIn(PLANS.citus(384)).filter(({ how }) => how === 'distributed');
    expect(spread.map(({ name }) => name)).toEqual([
      'pullquote.articles',
      'pullquote.passages',
      'pullquote.postings',
      'pullquote.vectors_384',
    ]);
    expect(new Set(spread.map(({ by }) => by))).toEqual(new Set(['article']));
    expect(PLANS.citus(384).match(/colocate_with => 'pullquote\.articles'/gu)).toHaveLength(3);
  });

  test('has the article in every key that must be unique where rows are spread', () => {
    const keys = PLANS.one(384).matchAll(/primary key \(([^)]+)\)/gu);
    expect(Array.from(keys, ([, columns]) => columns?.split(',')[0])).toEqual([
      'article',
      'article',
    ]);
  });
});

test.each([
  ['words', KEYWORD_SEARCH],
  ['vector', vectorSearch(384)],
  ['comparing with every vector', exactVectorSearch(384)],
])('a search by %s is one statement that only reads', (_, sql) => {
  expect(sql).not.toMatch(/;|\b(?:insert|update|delete|lock|begin|commit)\b/iu);
});
