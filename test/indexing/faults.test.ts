import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { ArticleFaultError, CorpusError, ModelError } from '../../src/errors.ts';
import { embedCorpus } from '../../src/indexing/embed-corpus.ts';
import { buildIndex } from '../../src/indexing/index.ts';
import { type Embedder, type Inference, startInference } from '../../src/inference/index.ts';
import { openStore } from '../../src/store/index.ts';
import { ARTICLES, newFolder } from './support.ts';

let inference: Inference;
beforeAll(async () => {
  inference = await startInference({
    embeddingModel: 'bge-small-en-v1.5',
    processes: 1,
    load: ['embedder'],
  });
});
afterAll(() => inference?.close());

/** Builds an index with an embedder that does something else with the texts of one article. */
async function build(embedPassages: Embedder['embedPassages'], files = ARTICLES) {
  const corpusDir = await newFolder(files);
  const indexDir = join(await newFolder(), 'index');
  const progress: string[] = [];
  const summary = await buildIndex({
    corpusDir,
    indexDir,
    maxArticleBytes: 2 ** 20,
    embedder: { ...inference, embedPassages },
    onProgress: ({ done, total }) => progress.push(`${done}/${total}`),
  });
  const store = await openStore(indexDir, { model: inference.profile });
  return { summary, progress, files: store.articles().map(({ file }) => file) };
}

const isOfHarvest = ({ head }: { head: string }) => head.startsWith('A Good Year for Apples');

describe('an article on which the program fails', () => {
  it('when it is embedded is skipped, and the others are taken in', async () => {
    const { summary, files, progress } = await build(async (texts, options) => {
      if (texts.some(isOfHarvest)) throw new ModelError('the process died 3 times on the text');
      return inference.embedPassages(texts, options);
    });
    expect(files).toEqual(['bridges/stone-bridge.md', 'lighthouse.md']);
    expect(summary.added).toEqual(files);
    expect(summary.skipped).toEqual([expect.any(ArticleFaultError)]);
    expect(summary.skipped[0]?.message).toBe('harvest.txt: the process died 3 times on the text');
    expect(progress.at(-1)).toBe('8/8');
  });

  it('because its vectors have no direction is skipped', async () => {
    const { summary, files } = await build(async (texts, options) => {
      const vectors = await inference.embedPassages(texts, options);
      return vectors.map((windows, i) =>
        texts[i] && isOfHarvest(texts[i]) ? windows.map((window) => window.fill(0)) : windows,
      );
    });
    expect(files).toEqual(['bridges/stone-bridge.md', 'lighthouse.md']);
    expect(summary.skipped).toEqual([expect.any(ArticleFaultError)]);
    expect(summary.skipped[0]?.reason).toMatch(/length 0, not 1/);
  });

  it('again as it did before is tried again, and no new generation is written', async () => {
    const embedder: Embedder = {
      ...inference,
      embedPassages: async (texts, options) => {
        if (texts.some(isOfHarvest)) throw new ModelError('the process died 3 times on the text');
        return inference.embedPassages(texts, options);
      },
    };
    const corpusDir = await newFolder(ARTICLES);
    const options = { corpusDir, indexDir: await newFolder(), maxArticleBytes: 2 ** 20 };
    const first = await buildIndex({ ...options, embedder });
    const second = await buildIndex({ ...options, embedder });
    expect(second).toMatchObject({ added: [], unchanged: 2, replaced: false });
    expect(second.skipped.map(({ file }) => file)).toEqual(['harvest.txt']);
    expect(second.manifest).toEqual(first.manifest);

    const mended = await buildIndex({ ...options, embedder: inference });
    expect(mended).toMatchObject({ added: ['harvest.txt'], unchanged: 2, replaced: true });
  });

  it('when its texts are put together is skipped', async () => {
    const { articles } = await readCorpus(await newFolder(ARTICLES), { maxArticleBytes: 2 ** 20 });
    const broken = { ...articles[0], passages: [{ id: 'no passage' }] } as (typeof articles)[0];
    const found = await embedCorpus(
      { articles: [broken, ...articles.slice(1)] },
      undefined,
      inference,
      {},
    );
    expect(found.articles).toMatchObject([
      { article: { file: 'harvest.txt' } },
      { article: { file: 'lighthouse.md' } },
    ]);
    expect(found.faults.map(({ file }) => file)).toEqual(['bridges/stone-bridge.md']);
  });

  it('leaves the index as it was when there is no other', async () => {
    const building = build(async (texts) => texts.map(() => []), {
      'harvest.txt': ARTICLES['harvest.txt'],
    } as typeof ARTICLES);
    await expect(building).rejects.toThrow(CorpusError);
    await expect(building).rejects.toThrow(/^Pullquote fails on every article .*: harvest\.txt: /);
  });
});
