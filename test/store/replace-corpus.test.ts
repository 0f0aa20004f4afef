import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore, replaceCorpus } from '../../src/store/index.ts';
import { articleOf, corpusOf, model, numberedCorpus, unit } from './corpora.ts';
import { temporaryFolder } from './folders.ts';
import { startWriter } from './processes.ts';

const corpus = corpusOf(articleOf('a', ['A dam.']));
const isRoot = process.getuid?.() === 0;

/** A name that a generation may have. */
const GENERATION = '20240517T120000000Z-0123abcd';

/** A file system of 256 kB, where this process may mount one. */
const smallDisk = mkdtempSync(join(tmpdir(), 'pullquote-disk-'));
const mountable =
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', smallDisk]).status === 0;
afterAll(() => {
  if (mountable) spawnSync('umount', [smallDisk]);
  rmdirSync(smallDisk);
});

const { article, passages } = articleOf('a', ['A dam.']);
const [first] = passages;
if (!first) throw new Error('no passage');

/** The passage with other fields than fit. */
function change(fields: object) {
  return { ...first, passage: { ...first?.passage, ...fields } } as NonNullable<typeof first>;
}

const hashIn = async (folder: string) => (await openStore(folder, { model })).manifest.corpusHash;

describe('replacing the corpus', () => {
  test('keeps the generation before, for those who are opening it, and no older one', async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    const before = await replaceCorpus(folder, corpus);
    const now = await replaceCorpus(folder, corpus);
    expect((await readdir(join(folder, 'generations'))).sort()).toEqual(
      [before.generation, now.generation].sort(),
    );
    expect((await readdir(folder)).sort()).toEqual([
      '.pullquote-index',
      'generations',
      'locks',
      'manifest.json',
    ]);
  });

  test('removes what a killed build left', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'generations', GENERATION), { recursive: true });
    await writeFile(join(folder, 'generations', GENERATION, 'vectors-1.bin'), 'half');
    await writeFile(join(folder, 'manifest.json.0123456789ab.tmp'), 'half');
    const { generation } = await replaceCorpus(folder, corpus);
    expect(await readdir(join(folder, 'generations'))).toEqual([generation]);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('removes no generation of an index that it cannot read until it is replaced', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'generations', GENERATION), { recursive: true });
    await writeFile(join(folder, '.pullquote-index'), '');
    await mkdir(join(folder, 'manifest.json'));
    await expect(replaceCorpus(folder, corpus)).rejects.toMatchObject({ code: 'unwritable' });
    expect(await readdir(join(folder, 'generations'))).toEqual([GENERATION]);
  });

  test.each([
    ['a vector of the wrong length', { ...first, vectors: [unit(1, 2)] }],
    ['a passage without a vector', { ...first, vectors: [] }],
    ['a vector that is not of length 1', { ...first, vectors: [Float32Array.of(1, 1, 1, 1)] }],
    ['a passage whose text is not the article’s', change({ text: 'A cow.' })],
    ['a passage beyond the end', change({ end: 99 })],
    ['a passage with the id of another', change({ id: 'b#1' })],
    ['a sentence outside its passage', change({ sentences: [{ start: 0, end: 9, plain: '' }] })],
  ])('refuses %s, and the old index stays', async (_, passage) => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    const wrong = corpusOf({ article, passages: [passage] });
    await expect(replaceCorpus(folder, wrong)).rejects.toThrow();
    expect(await hashIn(folder)).toBe(corpus.corpusHash);
    expect(await readdir(join(folder, 'generations'))).toHaveLength(1);
  });

  test('writes down of the model what the manifest knows, and no more', async () => {
    const folder = await temporaryFolder();
    const extended = { ...model, added: 'later' };
    await replaceCorpus(folder, { ...corpus, model: extended });
    expect((await openStore(folder, { model: extended })).manifest.model).toEqual(model);
  });

  test('refuses two articles with one id', async () => {
    const twice = corpusOf(articleOf('a', ['A dam.']), articleOf('a', ['A cow.']));
    await expect(replaceCorpus(await temporaryFolder(), twice)).rejects.toThrow('a is there twice');
  });
});

describe('replacing the corpus where it cannot be written', () => {
  test('says that a file is where the folder should be', async () => {
    const path = join(await temporaryFolder(), 'index');
    await writeFile(path, '');
    await expect(replaceCorpus(path, corpus)).rejects.toMatchObject({
      name: 'IndexError',
      code: 'unwritable',
      message: `The index in ${path} cannot be written: a file is where a folder should be. What it held before is unchanged.`,
    });
  });

  test('leaves nothing behind when the swap itself fails', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, '.pullquote-index'), '');
    await mkdir(join(folder, 'manifest.json'));
    await expect(replaceCorpus(folder, corpus)).rejects.toMatchObject({ code: 'unwritable' });
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      '.pullquote-index',
      'generations',
      'locks',
      'manifest.json',
    ]);
  });

  test.runIf(process.platform === 'linux')('says what the system says', async () => {
    await expect(replaceCorpus('/sys/index', corpus)).rejects.toMatchObject({
      code: 'unwritable',
      message: expect.stringMatching(/^The index in \/sys\/index cannot be written: [^\n]+$/),
    });
  });

  test.skipIf(isRoot)('says that a folder is read-only (root may write anyway)', async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    await chmod(join(folder, 'generations'), 0o555);
    await expect(replaceCorpus(folder, numberedCorpus(1))).rejects.toMatchObject({
      code: 'unwritable',
      message: expect.stringContaining('permission denied'),
    });
    await chmod(join(folder, 'generations'), 0o755);
    expect(await hashIn(folder)).toBe(corpus.corpusHash);
  });

  test('keeps the old index where no larger file may be written', async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, corpus);
    const writer = startWriter('once', folder, 'ulimit -f 1;');
    expect(await writer.says()).toBe('ready');
    expect(await writer.says()).toContain('a file would become larger than allowed');
    await expectOnly(folder, corpus.corpusHash);
  });

  test.skipIf(!mountable)('keeps the old index when the disk is full (needs root)', async () => {
    const folder = join(smallDisk, 'index');
    await replaceCorpus(folder, corpus);
    const large = corpusOf(
      articleOf(
        'a',
        Array.from({ length: 9_000 }, (_, i) => `Text ${i}.`),
      ),
    );
    await expect(replaceCorpus(folder, large)).rejects.toMatchObject({
      code: 'unwritable',
      message: expect.stringContaining('the disk is full'),
    });
    await expectOnly(folder, corpus.corpusHash);
  });
});

/** Only what a complete index consists of is there, with this content. */
async function expectOnly(folder: string, corpusHash: string): Promise<void> {
  expect(await hashIn(folder)).toBe(corpusHash);
  expect(await readdir(join(folder, 'generations'))).toHaveLength(1);
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([]);
}
