import { describe, expect, it } from 'vitest';
import { openEmbeddedSet } from '../../src/evaluation/embedded-set.ts';
import { assembleArticle } from '../../src/evaluation/formats/assemble.ts';
import type { Embedder } from '../../src/inference/types.ts';
import { allPassages } from '../store/read-all.ts';
import { folderWith } from './folder.ts';
import { model, vectorOf } from './open-set.ts';

/** An embedder without a model that counts the texts it was given. */
function countingEmbedder(profile = model): Embedder & { texts: number } {
  return {
    texts: 0,
    profile,
    embedQuery: async (text) => vectorOf(text),
    async embedPassages(texts) {
      this.texts += texts.length;
      return texts.map(({ head, body }) => [vectorOf(head + body)]);
    },
  };
}

const long = (words: string) => `${words} `.repeat(20);
const articles = [assembleArticle('a', 'A', [long('one'), long('two'), long('three')])];

describe('openEmbeddedSet', () => {
  it('embeds a set once', async () => {
    const [embedder, cacheDir] = [countingEmbedder(), folderWith({})];
    await openEmbeddedSet({ articles }, { embedder, cacheDir });
    const store = await openEmbeddedSet({ articles }, { embedder, cacheDir });
    expect(embedder.texts).toBe(3);
    expect(await allPassages(store)).toEqual(articles[0]?.passages);
  });

  it('makes the index anew when passages are cut in another way, and embeds what is new', async () => {
    const [embedder, cacheDir] = [countingEmbedder(), folderWith({})];
    await openEmbeddedSet({ articles }, { embedder, cacheDir });
    const passages = articles[0]?.passages.slice(0, 2) ?? [];
    const [entry] = articles;
    const recut = entry ? [{ ...entry, passages }] : [];
    const store = await openEmbeddedSet({ articles: recut }, { embedder, cacheDir });
    expect(await allPassages(store)).toHaveLength(2);
    expect(embedder.texts).toBe(3);
  });

  it('keeps the sets of two models apart', async () => {
    const cacheDir = folderWith({});
    const other = countingEmbedder({ ...model, sha256: '1'.repeat(64) });
    await openEmbeddedSet({ articles }, { embedder: countingEmbedder(), cacheDir });
    const store = await openEmbeddedSet({ articles }, { embedder: other, cacheDir });
    expect(other.texts).toBe(3);
    expect(store.manifest.model.sha256).toBe('1'.repeat(64));
  });
});
