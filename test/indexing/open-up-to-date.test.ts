import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CorpusError, IndexLockedError } from '../../src/errors.ts';
import { openUpToDate } from '../../src/indexing/index.ts';
import { type Inference, startInference } from '../../src/inference/index.ts';
import { lockIndex, openStore } from '../../src/store/index.ts';
import { ARTICLES, newFolder, put } from './support.ts';

let inference: Inference;
beforeAll(async () => {
  inference = await startInference({
    embeddingModel: 'bge-small-en-v1.5',
    processes: 1,
    load: ['embedder'],
  });
});
afterAll(() => inference?.close());

/** A folder of articles without an index; `told` is what a person would have been told. */
async function place() {
  const corpusDir = await newFolder(ARTICLES);
  const indexDir = join(await newFolder(), 'index');
  const told: string[] = [];
  const open = async () =>
    openUpToDate({
      corpusDir,
      indexDir,
      maxArticleBytes: 2 ** 20,
      model: inference.profile,
      embedder: async () => {
        told.push('asked for the embedder');
        return inference;
      },
      onBuilt: ({ embedded }) => told.push(`embedded ${embedded}`),
      onStale: (line) => told.push(line),
    });
  return { corpusDir, indexDir, open, told };
}

describe('openUpToDate', () => {
  it('builds the index where there is none', async () => {
    const { open, told } = await place();
    expect((await open()).manifest.passages).toBe(8);
    expect(told).toEqual(['asked for the embedder', 'embedded 8']);
  });

  it('opens an index that is up to date without asking for the embedder', async () => {
    const { open, told } = await place();
    const { manifest } = await open();
    told.length = 0;
    expect((await open()).manifest).toEqual(manifest);
    expect(told).toEqual([]);
  });

  it('brings the index in line with a changed corpus', async () => {
    const { corpusDir, open, told } = await place();
    await open();
    told.length = 0;
    await put(corpusDir, { 'new.md': '# News\n\nA paragraph about a heron that was not there.' });
    expect((await open()).best('heron', 1)[0]?.passage.id).toBe('new#1');
    expect(told).toEqual(['asked for the embedder', 'embedded 1']);
  });

  it('has nothing to do again and again for an article that cannot be used', async () => {
    const { corpusDir, open, told } = await place();
    await open();
    await put(corpusDir, { 'empty.md': '' });
    await open();
    told.length = 0;
    await open();
    expect(told).toEqual([]);
  });

  it('serves the last good index while another is writing, and says so in a line', async () => {
    const { corpusDir, indexDir, open, told } = await place();
    const { manifest } = await open();
    told.length = 0;
    await rm(join(corpusDir, 'harvest.txt'));
    const lock = await lockIndex(indexDir);
    expect((await open()).manifest).toEqual(manifest);
    expect(told.slice(1)).toEqual([
      expect.stringMatching(
        new RegExp(`process ${process.pid} .*the index from before the change answers\\.$`),
      ),
    ]);
    await lock.release();
    expect((await open()).article('harvest')).toBeUndefined();
  });

  it('has nothing to serve while another writes the first index', async () => {
    const { indexDir, open } = await place();
    const lock = await lockIndex(indexDir);
    await expect(open()).rejects.toBeInstanceOf(IndexLockedError);
    await lock.release();
  });

  it('leaves the index when the corpus is gone or empty', async () => {
    const { corpusDir, indexDir, open } = await place();
    const { manifest } = await open();
    for (const file of Object.keys(ARTICLES)) await rm(join(corpusDir, file));
    await expect(open()).rejects.toBeInstanceOf(CorpusError);
    await rm(corpusDir, { recursive: true });
    await expect(open()).rejects.toBeInstanceOf(CorpusError);
    expect((await openStore(indexDir, { model: inference.profile })).manifest).toEqual(manifest);
  });

  it('does not replace an index of another model of its own accord', async () => {
    const { corpusDir, indexDir, open } = await place();
    await open();
    const model = { ...inference.profile, sha256: '0'.repeat(64) };
    const opening = openUpToDate({
      corpusDir,
      indexDir,
      maxArticleBytes: 2 ** 20,
      model,
      embedder: async () => ({ ...inference, profile: model }),
    });
    await expect(opening).rejects.toMatchObject({ code: 'model' });
  });
});
