import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { embeddingProfile } from '../../src/inference/index.ts';
import { openStore } from '../../src/store/index.ts';
import { ARTICLES, generationFile, newFolder, put } from '../indexing/support.ts';
import { readAll } from '../store/read-all.ts';
import { expectGone, expectMistake, type Finished, Running, run } from './commands.ts';

const model = await embeddingProfile('bge-small-en-v1.5');

/** A folder with articles and an index of them, and a long article beside that takes seconds. */
async function place() {
  const cwd = await newFolder();
  const index = join(cwd, '.pullquote/index');
  await put(join(cwd, 'corpus'), { ...ARTICLES, 'empty.md': '' });
  return {
    cwd,
    index,
    open: () => openStore(index, { model }),
    addLongArticle: () =>
      put(join(cwd, 'corpus'), {
        'long.md': Array.from({ length: 1_000 }, (_, i) => `The river rose by ${i} metres.`).join(
          '\n\n',
        ),
      }),
    locks: () => readdir(join(index, 'locks')),
  };
}

describe('npm run embed', () => {
  let there: Awaited<ReturnType<typeof place>>;
  let first: Finished;
  let again: Finished;
  beforeAll(async () => {
    there = await place();
    first = await run('embed', [], there);
    again = await run('embed', ['--json'], there);
  });

  it('tells how it goes on on standard error, and what it did on standard output', () => {
    expect(first.stderr).toBe('Embedding 8 passages …\n');
    expect(first.stdout).toMatch(
      /^Articles: 3 added, 0 changed, 0 removed, 0 unchanged, 1 skipped\.\n {2}skipped empty\.md: is empty\nIndex: 3 articles, 8 passages, \d+ KB\.\nEmbedded 8 passages in \d+\.\d s\.\n$/,
    );
  });

  it('tells by its exit code that an article was skipped', () => {
    expect(first.code).toBe(1);
    expect(again.code).toBe(1);
  });

  it('prints the summary as one JSON object with --json, and embeds nothing twice', () => {
    expect(again.stderr).toBe('');
    expect(again.stdout).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(again.stdout)).toMatchObject({
      added: [],
      changed: [],
      removed: [],
      unchanged: 3,
      skipped: [{ file: 'empty.md', reason: 'is empty' }],
      articles: 3,
      passages: 8,
      embedded: 0,
    });
  });

  it('has a --help that lists every option', async () => {
    const { code, stdout } = await run('embed', ['--help'], there);
    for (const option of ['--corpus', '--index', '--force', '--watch', '--json', 'Exit codes']) {
      expect(stdout).toContain(option);
    }
    expect(code).toBe(0);
  });

  it('mends a damaged index', async () => {
    await writeFile(await generationFile(there.index, 'vectors-1.bin'), 'not what it was');
    const embed = await run('embed', [], there);
    expect(embed.stderr).toBe('Embedding 8 passages …\n');
    expect((await there.open()).manifest.passages).toBe(8);
  });

  it('says when the disk is full, and leaves the index', async () => {
    const { manifest } = await there.open();
    // In blocks of 512 bytes; the shell's way to a disk on which nothing more fits.
    const finished = await run('embed', ['--force', '--json'], { ...there, prefix: 'ulimit -f 4' });
    expect(finished.stderr).toMatch(/cannot be written: a file would become larger than allowed/);
    expect(finished.code).toBe(1);
    expect((await there.open()).manifest).toEqual(manifest);
    expect(await there.locks()).toEqual([]);
  });

  it('says when there is a file where the index should be', async () => {
    await writeFile(join(there.cwd, 'taken'), '');
    expectMistake(
      await run('embed', ['--index', 'taken'], there),
      /taken cannot be written: a file is/,
    );
  });
});

describe('npm run embed that is at work', () => {
  it('keeps a second one out, and leaves the old index when Ctrl-C ends it', async () => {
    const there = await place();
    await run('embed', [], there);
    const { manifest } = await there.open();
    await there.addLongArticle();

    const embed = new Running('embed', [], there);
    await embed.says(/^Embedding \d+ passages/);
    const children = embed.children();
    expect(children).toHaveLength(1);

    expectMistake(
      await run('embed', [], there),
      new RegExp(
        `is being written by process ${embed.process.pid} on .* wait for it, or stop it\\.$`,
        'm',
      ),
    );

    const { code, stdout, stderr } = await embed.pressCtrlC();
    expect(stderr).toMatch(/\nStopped\. The index is as it was before\.\n$/);
    expect(stdout).toBe('');
    expect(code).toBe(130);
    expect((await there.open()).manifest).toEqual(manifest);
    expect(await there.locks()).toEqual([]);
    await expectGone(children);
  });

  it('takes its child processes along when it is killed', async () => {
    const there = await place();
    await there.addLongArticle();
    const embed = new Running('embed', [], there);
    await embed.says(/^Embedding \d+ passages/);
    const children = embed.children();
    expect(children).toHaveLength(1);
    embed.process.kill('SIGKILL');
    expect((await embed.done).code).toBe('SIGKILL');
    await expectGone(children);
  });
});

describe('npm run embed -- --watch', () => {
  it('embeds again after a change, outlives a broken corpus, and ends with Ctrl-C', async () => {
    const there = await place();
    const embed = new Running('embed', ['--watch', '--json'], there);
    await embed.says(/Watching \S+corpus; Ctrl-C ends it\./);
    const corpus = join(there.cwd, 'corpus');
    await Promise.all(Object.keys(ARTICLES).map((file) => rm(join(corpus, file))));
    await embed.says(/No article in \S+corpus can be used/);
    await put(corpus, { ...ARTICLES, 'harvest.md': 'The same id as another file.' });
    await embed.says(/"removed":\["harvest\.txt"\]/);
    expect((await readAll(await there.open())).passage('harvest#1')?.text).toBe(
      'The same id as another file.',
    );
    const children = embed.children();
    const { code, stdout } = await embed.pressCtrlC();
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(code).toBe(0);
    expect(await there.locks()).toEqual([]);
    await expectGone(children);
  });

  it('ends at once where something is wrong at the start', async () => {
    expectMistake(await run('embed', ['--watch'], { cwd: await newFolder() }), /does not exist/);
  });
});
