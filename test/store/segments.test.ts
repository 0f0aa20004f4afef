import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStore, type PassageStore, replaceCorpus } from '../../src/store/index.ts';
import type { EmbeddedArticle, Manifest } from '../../src/store/types.ts';
import { articleOf, corpusOf, model, unit } from './corpora.ts';
import { temporaryFolder } from './folders.ts';
import { allPassages } from './read-all.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
const first = corpusOf(...letters.map((id) => articleOf(id, [`A dam in ${id}.`, 'A cow.'])));

/** An index of twelve articles, and what its files are called and numbered by the file system. */
async function place() {
  const folder = await temporaryFolder();
  const open = (previous?: PassageStore) =>
    openStore(folder, { model, ...(previous && { previous }) });
  await replaceCorpus(folder, first);
  return {
    folder,
    open,
    /** Replaces some articles, adds and removes some, and leaves all others as they are. */
    async change(changed: readonly EmbeddedArticle[], removed: readonly string[] = []) {
      const base = await open();
      const byId = new Map<string, EmbeddedArticle | string>(
        base.articles().map(({ id }) => [id, id]),
      );
      for (const each of changed) byId.set(each.article.id, each);
      for (const id of removed) byId.delete(id);
      const articles = [...byId.keys()].sort().flatMap((id) => byId.get(id) ?? []);
      return replaceCorpus(folder, { model, corpusHash: 'changed', base, articles });
    },
    async filesOf({ generation }: Manifest) {
      const own = join(folder, 'generations', generation);
      const names = (await readdir(own)).filter((name) => /-\d+\.bin$/.test(name));
      return Promise.all(names.map(async (name) => (await stat(join(own, name))).ino));
    },
  };
}

describe('a change of one article', () => {
  test('shares the files of all others with the generation before the last', async () => {
    const { change, open, filesOf } = await place();
    const oldest = await filesOf((await open()).manifest);
    const before = await filesOf(await change([articleOf('c', ['A bull.'])]));
    const after = await filesOf(await change([articleOf('d', ['A goat.'])]));
    expect(oldest).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(oldest));
    // What damages the files of one of the two generations that are kept leaves the other whole.
    expect(before.filter((file) => after.includes(file))).toEqual([]);
  });

  test('takes over no file that was damaged meanwhile', async () => {
    const { folder, change, open } = await place();
    const { generation } = (await open()).manifest;
    await change([articleOf('c', ['A bull.'])]);
    await truncate(join(folder, 'generations', generation, 'vectors-1.bin'), 10);
    await change([articleOf('d', ['A goat.'])]);
    expect(await (await open()).searchKeywords('goat', 1)).toHaveLength(1);
  });

  test('is read back as if the whole corpus had been written', async () => {
    const anyChange = fc.record({
      changed: fc.uniqueArray(fc.constantFrom(...letters, 'new', 'other'), { maxLength: 3 }),
      removed: fc.uniqueArray(fc.constantFrom(...letters), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 6 }), async (changes) => {
        const { change, open } = await place();
        const all = new Map(first.articles.map((each) => [each.article.id, each]));
        for (const [number, { changed, removed }] of changes.entries()) {
          const vectors = [unit(1, number, 3, 4), unit(2, 1, number, 0)];
          const texts = [`A dam, edition ${number}.`, { text: 'A goat.', vectors }];
          const articles = changed.map((id) => withHashes(articleOf(id, texts), number));
          for (const each of articles) all.set(each.article.id, each);
          for (const id of removed) all.delete(id);
          await change(articles, removed);
        }
        const inOrder = [...all.keys()].sort().flatMap((id) => all.get(id) ?? []);
        const other = await temporaryFolder();
        await replaceCorpus(other, corpusOf(...inOrder));
        const [changed, whole] = [await open(), await openStore(other, { model })];
        expect(await contentOf(changed)).toEqual(await contentOf(whole));
        const hashes = inOrder.flatMap(({ passages }) => passages.map(({ textHash }) => textHash));
        expect(await changed.vectorsOf(hashes)).toEqual(await whole.vectorsOf(hashes));
      }),
      { numRuns: 12 },
    );
  });

  test('takes over in memory what an open store holds', async () => {
    const { change, open } = await place();
    const before = await open();
    await change([articleOf('c', ['A bull.'])]);
    const after = await open(before);
    const whole = await open();
    expect(await contentOf(after)).toEqual(await contentOf(whole));
    expect((await before.read(['c'])).article('c')?.text).toContain('A dam in c.');
    expect(await before.searchKeywords('bull', 5)).toEqual([]);
  });

  test('leaves no more segments than the logarithm of the passages', async () => {
    const { change, filesOf } = await place();
    let most = 0;
    for (let i = 0; i < 30; i++) {
      const id = letters[i % letters.length] ?? '';
      const manifest = await change([articleOf(id, [`Edition ${i}.`, 'A cow.'])]);
      most = Math.max(most, (await filesOf(manifest)).length / 3);
    }
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(Math.ceil(Math.log2(2 * letters.length)));
  });

  test('cannot take over what is not there', async () => {
    const { folder, open } = await place();
    const change = { model, corpusHash: '', base: await open(), articles: ['a', 'nothing'] };
    await expect(replaceCorpus(folder, change)).rejects.toThrow('nothing is not in the index');
    expect((await open()).articles()).toHaveLength(letters.length);
  });
});

/** Another text has another hash. */
function withHashes({ article, passages }: EmbeddedArticle, edition: number): EmbeddedArticle {
  const hashed = passages.map((each) => ({ ...each, textHash: `${edition} ${each.textHash}` }));
  return { article, passages: hashed };
}

async function contentOf(store: PassageStore) {
  const articles = store.articles();
  const passages = await allPassages(store);
  const nearest = await store.searchVectors(unit(1, 2, 3, 4), 100);
  const words = await store.searchKeywords('a dam, edition 2, goat', 100);
  return {
    counts: [store.manifest.articles, store.manifest.passages, store.manifest.vectors],
    articles,
    passages,
    nearest: nearest.map(({ passage, score }) => [passage.id, passage.text, score]),
    words: words.map(({ passage, score }) => [passage.id, expect.closeTo(score, 9)]),
    weights: [...store.termWeights('dam edition 1')],
  };
}
