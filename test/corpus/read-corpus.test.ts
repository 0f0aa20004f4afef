import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashCorpus, readCorpus } from '../../src/corpus/index.ts';
import { ArticleError, CorpusError } from '../../src/errors.ts';

const MAX = { maxArticleBytes: 2 ** 20 };
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'corpus-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function write(file: string, content: string | Buffer = `# ${file}\n\nText.\n`) {
  await mkdir(dirname(join(dir, file)), { recursive: true });
  await writeFile(join(dir, file), content);
}
const read = () => readCorpus(dir, MAX);
const ids = async () => (await read()).articles.map(({ article }) => article.id);

describe('readCorpus', () => {
  it('reads Markdown and text files below the folder, sorted by path', async () => {
    await write('b.md');
    await write('2025/flood.md');
    await write('a.TXT', 'Title\nOne line here.');
    const { articles, skipped } = await read();
    expect(articles.map(({ article }) => [article.id, article.file])).toEqual([
      ['2025/flood', '2025/flood.md'],
      ['a', 'a.TXT'],
      ['b', 'b.md'],
    ]);
    expect(skipped).toEqual([]);
  });

  it('takes README.md for an article, but nothing that begins with a dot or an underscore', async () => {
    for (const file of ['README.md', '.hidden.md', '_draft.md', '.git/a.md', '_old/a.md']) {
      await write(file);
    }
    await write('questions.jsonl', '{}');
    expect(await ids()).toEqual(['README']);
  });

  it('gives composed ids for decomposed file names', async () => {
    await write('cafe\u0301.md');
    const { article } = (await read()).articles[0] ?? {};
    expect(article?.id).toBe('caf\u00e9');
    expect(article?.file).toBe('cafe\u0301.md');
  });

  it('does not run in circles where a link leads back', async () => {
    await write('sub/a.md');
    await symlink(dir, join(dir, 'sub', 'loop'));
    expect(await ids()).toEqual(['sub/a']);
  });

  it.each([
    ['of nothing', '', /is empty/],
    ['of white space', ' \n\t\r\n ', /is empty/],
    ['of a title only', '# Title\n', /has no paragraph/],
    ['of front matter only', '---\ntitle: A\n---\n', /has no paragraph/],
    ['with broken front matter', '---\ntitle: [\n---\nText.\n', /front matter/],
    ['of binary data', Buffer.from([0x89, 0x50, 0, 1, 2, 3]), /not a text file/],
    ['that is too large', 'text '.repeat(250_000), /1\.2 MB.*MAX_ARTICLE_MB=1 /],
  ])('leaves out a file %s, says why, and reads the others', async (_title, content, reason) => {
    await write('good.md');
    await write('sub/bad.md', content);
    const { articles, skipped } = await read();
    expect(articles.map(({ article }) => article.id)).toEqual(['good']);
    expect(skipped).toHaveLength(1);
    expect(skipped[0]).toBeInstanceOf(ArticleError);
    expect(skipped[0]?.file).toBe('sub/bad.md');
    expect(skipped[0]?.reason).toMatch(reason);
    expect(skipped[0]?.message).not.toContain('\n');
  });

  it('leaves out a link that leads nowhere', async () => {
    await write('good.md');
    await symlink(join(dir, 'nowhere'), join(dir, 'bad.md'));
    const { skipped } = await read();
    expect(skipped.map((error) => error.message)).toEqual([
      'bad.md: cannot be read (the file is gone, or a link leads nowhere)',
    ]);
  });

  it('leaves out what is neither file nor folder', async () => {
    await write('good.md');
    await symlink('/dev/null', join(dir, 'bad.md'));
    expect((await read()).skipped[0]?.message).toBe('bad.md: is not a regular file');
  });

  it('refuses a folder that is missing, no folder, or without an article', async () => {
    await expect(readCorpus(join(dir, 'none'), MAX)).rejects.toThrow(/none does not exist/);
    await expect(read()).rejects.toThrow(/has no article; put \.md or \.txt/);
    await write('a.md');
    await expect(readCorpus(join(dir, 'a.md'), MAX)).rejects.toThrow(/is not a folder/);
    await expect(readCorpus(join(dir, 'none'), MAX)).rejects.toBeInstanceOf(CorpusError);
  });

  it('refuses a folder in which nothing can be used, and names the first reason', async () => {
    await write('a.md', '');
    await write('b.md', '');
    await expect(read()).rejects.toThrow(/a\.md: is empty \(and 1 more\)/);
  });

  it('refuses two files that give one id, and names both', async () => {
    await write('sub/a.md');
    await write('sub/a.txt');
    await expect(read()).rejects.toThrow(/sub\/a\.md and sub\/a\.txt/);
    await expect(read()).rejects.toBeInstanceOf(CorpusError);
  });
});

describe('the corpus hash', () => {
  beforeEach(async () => {
    await write('a.md');
    await write('sub/b.txt', 'Title\nText here.');
    await write('bad.md', Buffer.from([0, 1]));
    await write('large.md', 'text '.repeat(250_000));
    await symlink(join(dir, 'nowhere'), join(dir, 'gone.md'));
  });

  it('is the same with and without parsing, each time', async () => {
    const { hash } = await read();
    expect(hash).toMatch(/^[\da-f]{64}$/);
    expect(await hashCorpus(dir)).toBe(hash);
    expect((await read()).hash).toBe(hash);
  });

  it.each([
    ['an article changes', () => write('a.md', 'Other.')],
    ['an article is renamed', () => rename(join(dir, 'a.md'), join(dir, 'c.md'))],
    ['an article is added', () => write('c.md')],
    ['an article is removed', () => rm(join(dir, 'a.md'))],
    ['a file that cannot be used changes', () => write('bad.md', Buffer.from([0, 2]))],
    ['a file that is too large changes', () => write('large.md', 'Text '.repeat(250_000))],
    ['a link that led nowhere leads somewhere', () => write('nowhere', 'Text.')],
  ])('changes when %s', async (_title, change) => {
    const before = await hashCorpus(dir);
    await change();
    expect(await hashCorpus(dir)).not.toBe(before);
  });

  it('does not change with files that are no articles', async () => {
    const before = await hashCorpus(dir);
    await write('questions.jsonl', '{}');
    expect(await hashCorpus(dir)).toBe(before);
  });
});
