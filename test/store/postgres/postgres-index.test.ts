import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { IndexError } from '../../../src/errors.ts';
import type { ChangedCorpus } from '../../../src/store/index.ts';
import { PostgresIndex } from '../../../src/store/postgres/postgres-index.ts';
import { articleOf, corpusOf, model, unit } from '../corpora.ts';
import { allArticles } from '../read-all.ts';
import type { TestServer } from './pglite-server.ts';
import { startServer } from './test-servers.ts';

let server: TestServer;
let index: PostgresIndex;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server?.close());
beforeEach(async () => {
  await server.clear();
  index = new PostgresIndex(server.url);
});
afterEach(() => index.close());

const animals = corpusOf(articleOf('a', ['A dam.', 'A cow.']), articleOf('b', ['A goat.']));

/** The corpus as a change of what is there: only `c` is written. */
async function withC(): Promise<ChangedCorpus> {
  const base = await index.open({ model });
  return {
    ...animals,
    corpusHash: 'with c',
    base,
    articles: ['a', 'b', articleOf('c', ['A hen.'])],
  };
}

describe('an index in Postgres', () => {
  test('is missing before the first build, and says what to do', async () => {
    await expect(index.open({ model })).rejects.toThrow(
      /There is no index in .*: run `npm run embed`/,
    );
    expect(await index.currentGeneration()).toBeUndefined();
  });

  test('never shows the password', async () => {
    expect(String(index)).not.toContain('secret');
    await expect(index.open({ model })).rejects.not.toThrow('secret');
  });

  test('is refused with another model', async () => {
    await index.replace(animals);
    await expect(index.open({ model: { ...model, sha256: 'b'.repeat(64) } })).rejects.toMatchObject(
      {
        code: 'model',
      },
    );
  });

  test('writes only what changed, and keeps the rest', async () => {
    await index.replace(animals);
    const before = await index.open({ model });
    await index.replace(await withC());
    const after = await index.open({ model });
    expect((await allArticles(after)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(after.manifest).toMatchObject({ articles: 3, passages: 4, corpusHash: 'with c' });
    // As an index that was written at once would weigh them.
    expect(after.termWeights('dam').get('dam')).toBeCloseTo(Math.log(1 + 3.5 / 1.5));
    expect((await before.searchKeywords('hen', 5)).length).toBe(0);
    expect((await after.searchKeywords('hen', 5)).length).toBe(1);
  });

  test('has no word of an article any more that is gone', async () => {
    await index.replace(animals);
    const base = await index.open({ model });
    await index.replace({ ...animals, corpusHash: 'only a', base, articles: ['a'] });
    const after = await index.open({ model });
    expect(await after.searchKeywords('goat', 5)).toEqual([]);
    expect((await after.searchVectors(unit(1, 0, 2, 3), 9)).length).toBe(2);
    expect(after.termWeights('goat').get('goat')).toBeCloseTo(Math.log(1 + 2.5 / 0.5));
  });
});

describe('a writer that ends in the middle', () => {
  test('leaves the old index, and what it wrote is gone after the next build', async () => {
    await index.replace(animals);
    const broken = new Error('killed');
    const change = await withC();
    const articles = [
      articleOf('d', ['Left behind.'].concat(Array.from({ length: 600 }, (_, i) => `Line ${i}.`))),
      ...change.articles,
    ];
    const killed = new Proxy(articles, {
      get: (target, name) => {
        if (name !== Symbol.iterator) return Reflect.get(target, name);
        return function* () {
          yield articles[0];
          throw broken;
        };
      },
    });
    await expect(index.replace({ ...change, articles: killed })).rejects.toThrow('killed');
    const kept = await index.open({ model });
    expect((await allArticles(kept)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await kept.searchKeywords('left behind', 5)).toEqual([]);
    expect((await kept.searchVectors(unit(1, 0, 2, 3), 9)).length).toBe(3);
    // The vectors that were written are not computed again.
    expect((await kept.vectorsOf(['hash of d#1'])).size).toBe(1);
    await index.replace(await withC());
    const after = await index.open({ model });
    expect((await allArticles(after)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect((await after.vectorsOf(['hash of d#1'])).size).toBe(0);
  });
});

describe('a server that does not answer', () => {
  test('is named in a line, without the password', async () => {
    const gone = new PostgresIndex('postgres://someone:secret@127.0.0.1:9/nothing');
    const error = await gone.open({ model }).catch((reason) => reason);
    expect(error).toBeInstanceOf(IndexError);
    expect(error).toMatchObject({ code: 'away' });
    expect(error.message).toMatch(/^The index server 127\.0\.0\.1:9\/nothing does not answer/);
    await gone.close();
  });
});
