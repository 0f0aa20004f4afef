import { readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IndexLockedError, ModelError } from '../../src/errors.ts';
import { type OpenOptions, openUpToDate } from '../../src/indexing/index.ts';
import { type Inference, startInference } from '../../src/inference/index.ts';
import { lockIndex } from '../../src/store/index.ts';
import { ARTICLES, generationFile, newFolder, put } from './support.ts';

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
  const open = async (options: Partial<OpenOptions> = {}) =>
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
      ...options,
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

  it('builds an index of an older format anew, and says so in a line', async () => {
    const { open, told, indexDir } = await place();
    await open();
    told.length = 0;
    const path = join(indexDir, 'manifest.json');
    const { checksum: _, ...manifest } = JSON.parse(await readFile(path, 'utf8'));
    const older = { ...manifest, format: 1 };
    await writeFile(path, JSON.stringify({ ...older, checksum: crc32(JSON.stringify(older)) }));
    expect((await open()).manifest.passages).toBe(8);
    expect(told).toEqual([
      expect.stringMatching(
        /^The index in .* was written by an older version .* builds it anew\.$/,
      ),
      'asked for the embedder',
      'embedded 8',
    ]);
  });

  it('brings the index in line with a changed corpus', async () => {
    const { corpusDir, open, told } = await place();
    await open();
    told.length = 0;
    await put(corpusDir, { 'new.md': '# News\n\nA paragraph about a heron that was not there.' });
    expect((await (await open()).searchKeywords('heron', 1))[0]?.passage.id).toBe('new#1');
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

  it('has nothing to serve while another writes the first index', async () => {
    const { indexDir, open } = await place();
    const lock = await lockIndex(indexDir);
    await expect(open()).rejects.toBeInstanceOf(IndexLockedError);
    await lock.release();
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

type Place = Awaited<ReturnType<typeof place>>;

/** An embedder that fails as the real one does when its processes cannot be run. */
const dead: OpenOptions['embedder'] = async () => ({
  ...inference,
  embedPassages: () => Promise.reject(new ModelError('the processes die as soon as they start')),
  embedQuery: () => Promise.reject(new ModelError('the processes die as soon as they start')),
});

describe('the last good index serves, with one line that says why,', () => {
  const emptyOut = async ({ corpusDir }: Place, content?: string) => {
    for (const file of Object.keys(ARTICLES)) {
      if (content === undefined) await rm(join(corpusDir, file), { force: true });
      else await writeFile(join(corpusDir, file), content);
    }
  };

  it.each<[string, (there: Place) => Promise<unknown>, RegExp]>([
    ['while another is writing', ({ indexDir }) => lockIndex(indexDir), /is being written by/],
    [
      'when the corpus is missing',
      ({ corpusDir }) => rm(corpusDir, { recursive: true }),
      /corpus folder \S+ does not exist/,
    ],
    ['when the corpus is empty', (there) => emptyOut(there), /has no article/],
    [
      'when no article can be used',
      (there) => emptyOut(there, ''),
      /No article in \S+ can be used/,
    ],
    [
      'when the index cannot be written',
      async ({ indexDir }) => {
        await rm(join(indexDir, 'locks'), { recursive: true });
        await writeFile(join(indexDir, 'locks'), '');
      },
      /cannot be written: a file is where a folder should be/,
    ],
  ])('%s', async (_title, spoil, reason) => {
    const there = await place();
    const { manifest } = await there.open();
    await rm(join(there.corpusDir, 'harvest.txt'));
    there.told.length = 0;
    await spoil(there);
    expect((await there.open()).manifest).toEqual(manifest);
    const [, line, ...more] = there.told;
    expect(line).toMatch(reason);
    expect(line).toMatch(/\. The last good index, of 20\d\d-\d\d-\d\d \d\d:\d\d UTC, answers\.$/);
    expect(line).not.toContain('\n');
    expect(more).toEqual([]);
  });

  it('when the models fail on the way', async () => {
    const { corpusDir, open, told } = await place();
    const { manifest } = await open();
    await put(corpusDir, { 'new.md': '# News\n\nA paragraph about a heron that was not there.' });
    told.length = 0;
    expect((await open({ embedder: dead })).manifest).toEqual(manifest);
    expect(told).toEqual([expect.stringMatching(/^the processes die as soon as they start\. The/)]);
  });

  it('an older one when the newest is damaged and cannot be replaced', async () => {
    const { corpusDir, indexDir, open, told } = await place();
    const { manifest } = await open();
    await put(corpusDir, { 'new.md': '# News\n\nA paragraph about a heron that was not there.' });
    await open();
    await truncate(await generationFile(indexDir, 'keywords-1.bin'), 9);
    await rm(corpusDir, { recursive: true });
    told.length = 0;
    expect((await open()).manifest).toEqual(manifest);
    expect(told.slice(1)).toEqual([expect.stringMatching(/does not exist.* The last good index/)]);
  });
});

describe('what openUpToDate does not pass over', () => {
  it('is a damaged index, which is built anew though the corpus is as it was', async () => {
    const { indexDir, open, told } = await place();
    await open();
    await truncate(await generationFile(indexDir, 'keywords-1.bin'), 9);
    told.length = 0;
    expect(await (await open()).searchKeywords('apples', 1)).toHaveLength(1);
    expect(told).toEqual(['asked for the embedder', 'embedded 0']);
  });

  it('is another limit on the size of articles, though no file has changed', async () => {
    const { open } = await place();
    const few = { maxArticleBytes: Buffer.byteLength(ARTICLES['harvest.txt']) };
    expect((await open(few)).articles()).toHaveLength(2);
    expect((await open()).articles()).toHaveLength(3);
    expect((await open(few)).articles()).toHaveLength(2);
  });

  it('is an end that was asked for', async () => {
    const { corpusDir, open } = await place();
    await open();
    await rm(join(corpusDir, 'harvest.txt'));
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(open({ signal })).rejects.toThrow('enough');
  });
});

describe('an index and its articles', () => {
  const overlap = async (choose: (folder: string) => Promise<Partial<OpenOptions>>) => {
    const { corpusDir, open } = await place();
    await expect(open(await choose(corpusDir))).rejects.toMatchObject({
      name: 'SettingError',
      message: expect.stringMatching(
        /^CORPUS_DIR and INDEX_DIR (are one folder|overlap)[^\n]*to a folder of its own$/,
      ),
    });
    expect((await readdir(corpusDir)).sort()).toEqual(['bridges', 'harvest.txt', 'lighthouse.md']);
  };

  it('cannot have one folder', () => overlap(async (corpusDir) => ({ indexDir: corpusDir })));

  it('cannot have one folder by way of a link', () =>
    overlap(async (corpusDir) => {
      const indexDir = join(await newFolder(), 'link');
      await symlink(corpusDir, indexDir);
      return { indexDir };
    }));

  it('cannot be the articles inside of the index', () =>
    overlap(async (corpusDir) => ({ corpusDir: join(corpusDir, 'bridges'), indexDir: corpusDir })));

  it('may be the index inside of the articles', async () => {
    const { corpusDir, open, told } = await place();
    const indexDir = join(corpusDir, 'index');
    expect((await open({ indexDir })).articles()).toHaveLength(3);
    told.length = 0;
    expect((await open({ indexDir })).articles()).toHaveLength(3);
    expect(told).toEqual([]);
  });
});
