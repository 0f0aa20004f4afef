import { readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CorpusError, IndexLockedError } from '../../src/errors.ts';
import { buildIndex, type IndexingOptions } from '../../src/indexing/index.ts';
import { type Inference, startInference } from '../../src/inference/index.ts';
import { currentGeneration, lockIndex, openStore } from '../../src/store/index.ts';
import { inferencePids } from '../inference/support.ts';
import { readAll } from '../store/read-all.ts';
import { ARTICLES, generationFile, linkedModel, listening, newFolder, put } from './support.ts';

const BRIDGE = 'bridges/stone-bridge.md';

let inference: Inference;
beforeAll(async () => {
  inference = await startInference({
    embeddingModel: 'bge-small-en-v1.5',
    processes: 2,
    load: ['embedder'],
  });
});
afterAll(() => inference?.close());

/** A folder of articles and an index beside it. */
async function place(files: Record<string, string | Buffer> = ARTICLES) {
  const corpusDir = await newFolder(files);
  const indexDir = join(await newFolder(), 'index');
  const base = { corpusDir, indexDir, maxArticleBytes: 2 ** 20 };
  return {
    corpusDir,
    indexDir,
    /** Builds the index, and tells besides the summary which bodies were embedded. */
    async build(options: Partial<IndexingOptions> = {}) {
      const embedder = listening(inference);
      const summary = await buildIndex({ ...base, embedder, ...options });
      return { ...summary, heard: embedder.heard };
    },
    open: () => openStore(indexDir, { model: inference.profile }),
    remove: (file: string) => rm(join(corpusDir, file)),
  };
}

describe('the first build', () => {
  it('takes in every passage of every article, to be found by vector, by words and by id', async () => {
    const { build, open } = await place();
    const summary = await build();
    expect(summary).toMatchObject({
      added: Object.keys(ARTICLES),
      changed: [],
      removed: [],
      unchanged: 0,
      skipped: [],
      embedded: 8,
      replaced: true,
      manifest: { articles: 3, passages: 8, vectors: 8 },
    });
    const store = await open();
    expect(store.articles().map(({ file }) => file)).toEqual(Object.keys(ARTICLES));
    const question = await inference.embedQuery('When was the lamp switched to a timer?');
    expect((await store.searchVectors(question, 1))[0]?.passage.id).toBe('lighthouse#2');
    expect((await store.searchKeywords('tonnes of apples', 1))[0]?.passage.id).toBe('harvest#1');
    expect((await readAll(store)).passage('bridges/stone-bridge#1')?.text).toMatch(
      /^The stone bridge across/,
    );
  });

  it('reports each passage as it is embedded, up to the last', async () => {
    const { build } = await place();
    const reports: string[] = [];
    await build({ onProgress: ({ done, total }) => reports.push(`${done}/${total}`) });
    expect(reports).toEqual(['1/8', '2/8', '3/8', '4/8', '5/8', '6/8', '7/8', '8/8']);
  });

  it('embeds a text once that occurs twice', async () => {
    const { build, open } = await place({
      'a.md': ARTICLES['lighthouse.md'],
      'b.md': ARTICLES['lighthouse.md'],
    });
    expect(await build()).toMatchObject({ embedded: 2, manifest: { passages: 4, vectors: 4 } });
    expect((await readAll(await open())).passagesOf('b')).toHaveLength(2);
  });

  it('names articles that it cannot use, each with the reason, and takes in the others', async () => {
    const { build, open } = await place({
      ...ARTICLES,
      'bad/binary.txt': Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 9]),
      'bad/broken.md': '---\ntitle: [\n---\n\nA paragraph that nobody will ever read here.\n',
      'bad/empty.md': '',
      'bad/title-only.md': '# A title\n',
      'bad/too-large.md': `# Large\n\n${'A sentence of no use. '.repeat(50_000)}`,
    });
    const { skipped, manifest } = await build();
    expect(manifest.articles).toBe(3);
    expect((await open()).articles()).toHaveLength(3);
    expect(skipped.map(({ file, reason }) => [file, reason])).toEqual([
      ['bad/binary.txt', expect.stringMatching(/text/)],
      ['bad/broken.md', expect.stringMatching(/front matter/)],
      ['bad/empty.md', expect.stringMatching(/empty/)],
      ['bad/title-only.md', expect.stringMatching(/no paragraph/)],
      ['bad/too-large.md', expect.stringMatching(/MAX_ARTICLE_MB/)],
    ]);
  });
});

describe('a later build', () => {
  it('replaces and embeds nothing where nothing changed, be the files newly written', async () => {
    const { build, corpusDir } = await place();
    const first = await build();
    await put(corpusDir, ARTICLES);
    const again = await build();
    expect(again).toMatchObject({ replaced: false, unchanged: 3, added: [], changed: [] });
    expect(again.heard).toEqual([]);
    expect(again.manifest).toEqual(first.manifest);
  });

  it('embeds of a changed article the changed passages only', async () => {
    const { build, open, corpusDir } = await place();
    await build();
    const text = ARTICLES[BRIDGE].replace('forty masons', 'sixty masons');
    await put(corpusDir, { [BRIDGE]: text });
    const { heard, ...summary } = await build();
    expect(summary).toMatchObject({ changed: [BRIDGE], unchanged: 2, embedded: 1, replaced: true });
    expect(heard).toEqual([expect.stringContaining('sixty masons')]);
    const store = await open();
    expect((await readAll(store)).article('bridges/stone-bridge')?.text).toBe(text);
    const found = await store.searchKeywords('forty masons', 9);
    expect(found.map(({ passage }) => passage.text)).not.toContainEqual(
      expect.stringContaining('forty masons'),
    );
  });

  it('embeds nothing for a paragraph that moved', async () => {
    const { build, corpusDir } = await place();
    await build();
    const [head, ...paragraphs] = ARTICLES['harvest.txt'].trimEnd().split('\n\n');
    await put(corpusDir, { 'harvest.txt': [head, ...paragraphs.reverse()].join('\n\n') });
    expect(await build()).toMatchObject({ changed: ['harvest.txt'], embedded: 0, heard: [] });
  });

  it('takes a new date into the citation without embedding anything', async () => {
    const { build, open, corpusDir } = await place();
    await build();
    await put(corpusDir, { [BRIDGE]: ARTICLES[BRIDGE].replace('2024-05-17', '2024-05-18') });
    expect(await build()).toMatchObject({ changed: [BRIDGE], embedded: 0, replaced: true });
    expect((await open()).card('bridges/stone-bridge')?.date).toBe('2024-05-18');
  });

  it('forgets a deleted article', async () => {
    const { build, open, remove } = await place();
    await build();
    await remove('harvest.txt');
    expect(await build()).toMatchObject({
      removed: ['harvest.txt'],
      embedded: 0,
      replaced: true,
      manifest: { articles: 2, passages: 5 },
    });
    const store = await open();
    expect(store.card('harvest')).toBeUndefined();
    expect((await store.read(['harvest'])).passage('harvest#1')).toBeUndefined();
    expect(await store.searchKeywords('tonnes of apples', 9)).toEqual([]);
  });

  it('embeds nothing for a renamed article, which is found under its new id', async () => {
    const { build, open, corpusDir } = await place();
    await build();
    await rename(join(corpusDir, 'harvest.txt'), join(corpusDir, 'apples.txt'));
    const summary = await build();
    expect(summary).toMatchObject({ added: ['apples.txt'], removed: ['harvest.txt'], embedded: 0 });
    const store = await open();
    const question = await inference.embedQuery('How many tonnes of apples were brought in?');
    expect((await store.searchVectors(question, 1))[0]?.passage.id).toBe('apples#1');
    expect(store.card('harvest')).toBeUndefined();
  });

  it('takes in what was too large when more is allowed, though no file changed', async () => {
    const { build } = await place();
    const few = { maxArticleBytes: Buffer.byteLength(ARTICLES['harvest.txt']) };
    expect((await build(few)).skipped.map(({ file }) => file)).toEqual([BRIDGE]);
    expect(await build()).toMatchObject({
      added: [BRIDGE],
      skipped: [],
      manifest: { articles: 3 },
    });
  });

  it('embeds everything anew when forced, and still tells what had changed', async () => {
    const { build, remove } = await place();
    const first = await build();
    await remove('lighthouse.md');
    const again = await build({ force: true });
    expect(again).toMatchObject({ added: [], removed: ['lighthouse.md'], unchanged: 2 });
    expect(again.heard).toHaveLength(6);
    expect(again.manifest.generation).not.toBe(first.manifest.generation);
  });
});

describe('two files of one id', () => {
  it('give one article: the plainer one, and the other one once that is gone', async () => {
    const there = await place();
    await there.build();
    await put(there.corpusDir, { 'harvest.md': 'The plainer one of the two, in one paragraph.' });
    const both = await there.build();
    expect(both.skipped.map(({ file }) => file)).toEqual(['harvest.txt']);
    await there.remove('harvest.md');
    const one = await there.build();
    expect(one.skipped).toEqual([]);
    expect(one.changed.concat(one.added)).toEqual(['harvest.txt']);
  });
});

describe('a build that fails', () => {
  it.each<[string, (folder: Awaited<ReturnType<typeof place>>) => Promise<void>, RegExp]>([
    ['is missing', ({ corpusDir }) => rm(corpusDir, { recursive: true }), /does not exist/],
    [
      'is empty',
      ({ remove }) => Promise.all(Object.keys(ARTICLES).map(remove)).then(() => {}),
      /has no article/,
    ],
  ])('because the corpus %s says so and leaves the index', async (_title, spoil, message) => {
    const there = await place();
    const { manifest } = await there.build();
    await spoil(there);
    const error = await there.build().catch((reason) => reason);
    expect(error).toBeInstanceOf(CorpusError);
    expect(error.message).toMatch(message);
    expect((await there.open()).manifest).toEqual(manifest);
  });

  it('because it was ended in the middle leaves the index, and the next one goes through', async () => {
    const { build, open, indexDir } = await place();
    const { manifest } = await build();
    const ending = new AbortController();
    const options = {
      force: true,
      signal: ending.signal,
      onProgress: () => ending.abort(new Error('enough')),
    };
    await expect(build(options)).rejects.toThrow('enough');
    expect((await open()).manifest).toEqual(manifest);
    expect(await build({ force: true })).toMatchObject({ embedded: 8, replaced: true });
    expect(await currentGeneration(indexDir)).not.toBe(manifest.generation);
  });

  it('because another is writing names that other, reads nothing and embeds nothing', async () => {
    const { build, indexDir } = await place();
    const lock = await lockIndex(indexDir);
    const error = await build().catch((reason) => reason);
    expect(error).toBeInstanceOf(IndexLockedError);
    expect(error.message).toContain(`process ${process.pid}`);
    await lock.release();
    expect(await build()).toMatchObject({ replaced: true });
  });
});

describe('a damaged index', () => {
  const flipBit = async (path: string) => {
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(path, bytes);
  };

  it.each<[string, (indexDir: string) => Promise<void>, number]>([
    [
      'whose vectors are cut off is built anew',
      async (indexDir) => truncate(await generationFile(indexDir, 'vectors-1.bin'), 100),
      8,
    ],
    [
      'with a flipped bit in the articles is built anew',
      async (indexDir) => flipBit(await generationFile(indexDir, 'articles-1.bin')),
      8,
    ],
    [
      'with a flipped bit in the keywords keeps its vectors',
      async (indexDir) => flipBit(await generationFile(indexDir, 'keywords-1.bin')),
      0,
    ],
    [
      'with a flipped bit in the manifest keeps its vectors',
      (indexDir) => flipBit(join(indexDir, 'manifest.json')),
      0,
    ],
    [
      'without its manifest keeps its vectors',
      (indexDir) => rm(join(indexDir, 'manifest.json')),
      0,
    ],
  ])('%s', async (_title, spoil, embedded) => {
    const { build, open, indexDir } = await place();
    await build();
    await spoil(indexDir);
    expect(await build()).toMatchObject({ replaced: true, embedded });
    expect((await open()).articles()).toHaveLength(3);
    expect(await build()).toMatchObject({ replaced: false });
  });

  it('takes the vectors of the generation before where its own are lost', async () => {
    const { build, corpusDir, indexDir } = await place();
    await build();
    await put(corpusDir, { 'new.md': '# News\n\nA paragraph about a heron that was not there.' });
    await build();
    await truncate(await generationFile(indexDir, 'vectors-1.bin'), 100);
    expect(await build()).toMatchObject({ added: ['new.md'], unchanged: 3, embedded: 1 });
  });
});

describe('an index that this program cannot go on with', () => {
  it('of another model is refused with the command that mends it, and force mends it', async () => {
    const { build, open } = await place();
    await build();
    const other = await startInference({
      embeddingModel: await linkedModel('another-model'),
      processes: 1,
      load: ['embedder'],
    });
    onTestFinished(() => other.close());
    const error = await build({ embedder: other }).catch((reason) => reason);
    expect(error).toMatchObject({ name: 'IndexError', code: 'model' });
    expect(error.message).toMatch(/another model \(bge-small-en-v1\.5.*npm run embed -- --force/);
    expect((await open()).manifest.model).toEqual(inference.profile);
    expect(await build({ embedder: other, force: true })).toMatchObject({ embedded: 8 });
    await expect(open()).rejects.toThrow(/another model \(.*another-model/);
  });
});

it('survives the death of a process that runs the model, with the very same vectors', async () => {
  const sentences = (i: number) =>
    `Sentence ${i} tells of the river and of the old mills. `.repeat(8);
  const files = { 'long.md': Array.from({ length: 16 }, (_, i) => sentences(i)).join('\n\n') };
  const undisturbed = await place(files);
  await undisturbed.build();
  const disturbed = await place(files);
  const victims = inferencePids();
  expect(victims).toHaveLength(2);
  const { embedded } = await disturbed.build({
    onProgress: ({ done }) => {
      const victim = done > 2 ? victims.pop() : undefined;
      if (victim) process.kill(victim, 'SIGKILL');
    },
  });
  expect(victims).toEqual([]);
  expect(embedded).toBe(16);
  const [one, other] = await Promise.all(
    [undisturbed, disturbed].map(async ({ indexDir }) =>
      readFile(await generationFile(indexDir, 'vectors-1.bin')),
    ),
  );
  expect(other?.equals(one ?? Buffer.alloc(0))).toBe(true);
});
