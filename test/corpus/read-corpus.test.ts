import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticleFile } from '../../src/corpus/article-bytes.ts';
import { type ArticleFile, listArticleFiles } from '../../src/corpus/article-files.ts';
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

  it('reads one of two files that differ only in their endings, the plainer one, and names the other', async () => {
    await write('report.md');
    await write('report.txt');
    await write('other.txt');
    const { articles, skipped } = await read();
    expect(articles.map(({ article }) => article.file)).toEqual(['other.txt', 'report.md']);
    expect(skipped.map(({ message }) => message)).toEqual([
      'report.txt: gives the same article id as report.md, which is read instead; rename one of them',
    ]);
  });

  it('reads the other one where the plainer one cannot be used', async () => {
    await write('report.md', '');
    await write('report.txt');
    const { articles, skipped } = await read();
    expect(articles.map(({ article }) => article.file)).toEqual(['report.txt']);
    expect(skipped.map(({ message }) => message)).toEqual(['report.md: is empty']);
  });

  it('names a table once whose rows are those of another one', async () => {
    await write('news.jsonl', '{"text":"The first row."}\n{"text":"The second row."}\n');
    await write('news.csv', 'text\nThe one row of this.\nAnd another one.\n');
    const { articles, skipped } = await read();
    expect(articles.map(({ article }) => article.file)).toEqual(['news.jsonl#1', 'news.jsonl#2']);
    expect(skipped.map(({ file }) => file)).toEqual(['news.csv']);
  });

  it('leaves out a link that leads nowhere', async () => {
    await write('good.md');
    await symlink(join(dir, 'nowhere'), join(dir, 'bad.md'));
    const { skipped } = await read();
    expect(skipped.map((error) => error.message)).toEqual([
      'bad.md: cannot be read (the file is gone, or a link leads nowhere)',
    ]);
  });

  it('leaves out what is neither file nor folder, and waits for none of it', async () => {
    await write('good.md');
    execFileSync('mkfifo', [join(dir, 'fifo.md')]);
    const server = createServer().listen(join(dir, 'socket.txt'));
    await once(server, 'listening');
    const { skipped } = await read();
    server.close();
    expect(skipped.map((error) => error.message)).toEqual([
      'fifo.md: is not a regular file',
      'socket.txt: is not a regular file',
    ]);
  });

  it('refuses a folder that is missing, no folder, or without an article', async () => {
    await expect(readCorpus(join(dir, 'none'), MAX)).rejects.toThrow(/none does not exist/);
    await expect(read()).rejects.toThrow(
      /has no article; put \.md, \.txt, .* or \.tsv files into it/,
    );
    await write('a.md');
    await expect(readCorpus(join(dir, 'a.md'), MAX)).rejects.toThrow(/is not a folder/);
    await expect(readCorpus(join(dir, 'none'), MAX)).rejects.toBeInstanceOf(CorpusError);
  });

  it('refuses a folder in which nothing can be used, and names the first reason', async () => {
    await write('a.md', '');
    await write('b.md', '');
    await expect(read()).rejects.toThrow(/a\.md: is empty \(and 1 more\)/);
  });
});

describe('links', () => {
  const outside = 'is a link that leads out of the corpus folder';
  let corpus: string;
  beforeEach(async () => {
    corpus = join(dir, 'corpus');
    await write('.env', 'DISCORD_TOKEN=secret of the owner');
    await write('private/diary.md');
    await write('corpus/good.md');
  });
  const link = (target: string, at: string) => symlink(target, join(corpus, at));
  const reading = () => readCorpus(corpus, MAX);
  const reasons = async () =>
    (await reading()).skipped.map(({ file, reason }) => `${file}: ${reason}`);

  it.each<[string, () => Promise<unknown>, string]>([
    ['a file', () => link('../.env', 'x.txt'), `x.txt: ${outside}`],
    ['a folder', () => link('../private', 'more'), `more: ${outside}`],
    ['a device', () => link('/dev/zero', 'x.md'), `x.md: ${outside}`],
    ['what never ends', () => link('/proc/kmsg', 'x.md'), `x.md: ${outside}`],
    ['the whole machine', () => link('/', 'root'), `root: ${outside}`],
    ['the folder above', () => link('..', 'up'), `up: ${outside}`],
    [
      'a file, over another link',
      () => link('../.env', '_hop').then(() => link('_hop', 'x.txt')),
      `x.txt: ${outside}`,
    ],
    [
      'itself',
      () => link('b.md', 'a.md').then(() => link('a.md', 'b.md')),
      'a.md: cannot be read (a link leads in a circle)',
    ],
  ])('out of the corpus are not followed: to %s', async (_title, make, message) => {
    await make();
    const { articles } = await reading();
    expect(articles.map(({ article }) => article.file)).toEqual(['good.md']);
    expect((await reasons())[0]).toBe(message);
    expect(JSON.stringify(articles)).not.toContain('secret');
  });

  it('to what is in the corpus in its own right add nothing', async () => {
    await write('corpus/sub/a.md');
    await link('good.md', 'a-link.md');
    await link('sub', 'a-folder');
    await link('.', 'loop');
    const { articles, skipped } = await reading();
    expect(articles.map(({ article }) => article.file)).toEqual(['good.md', 'sub/a.md']);
    expect(skipped).toEqual([]);
  });

  it('within the corpus are followed once', async () => {
    await write('corpus/..data/a.md', '# A\n\nText of a.');
    await link('..data/a.md', 'first.md');
    await link('..data/a.md', 'second.md');
    const { articles } = await reading();
    expect(articles.map(({ article }) => article.file)).toEqual(['first.md', 'good.md']);
    expect(articles[0]?.article.text).toContain('Text of a.');
  });

  it('may lead to the corpus folder itself', async () => {
    await symlink(corpus, join(dir, 'here'));
    const { articles } = await readCorpus(join(dir, 'here'), MAX);
    expect(articles.map(({ article }) => article.id)).toEqual(['good']);
  });

  it('that lead elsewhere in time are noticed when the file is opened', async () => {
    await write('corpus/sub/a.md');
    const { files } = await listArticleFiles(corpus);
    await rename(join(corpus, 'sub'), join(dir, 'moved'));
    await link('../private', 'sub');
    await write('private/a.md', 'secret of the owner');
    const listed = files.find(({ file }) => file === 'sub/a.md') as ArticleFile;
    const { content } = await readArticleFile(listed, MAX.maxArticleBytes);
    expect(content).toMatchObject({ reason: 'was replaced while it was read' });
  });
});

describe('a folder that holds an index', () => {
  beforeEach(async () => {
    await write('good.md');
    await write('index/.pullquote-index', '');
    await write('index/generations/1/old.md');
  });

  it('is left out, and said so', async () => {
    const { articles, skipped, warnings } = await read();
    expect(articles.map(({ article }) => article.file)).toEqual(['good.md']);
    expect(skipped).toEqual([]);
    expect(warnings).toEqual([{ file: 'index', reason: 'is left out: it holds an index' }]);
  });

  it('is left out where a link leads into it', async () => {
    await mkdir(join(dir, 'sub'));
    await symlink('../index/generations', join(dir, 'sub', 'more'));
    expect(await ids()).toEqual(['good']);
  });

  it('does not count for the hash', async () => {
    const before = await hashCorpus(dir, MAX);
    await write('index/generations/2/new.md');
    expect(await hashCorpus(dir, MAX)).toBe(before);
  });

  it('is refused as the corpus', async () => {
    await expect(readCorpus(join(dir, 'index'), MAX)).rejects.toThrow(/index holds an index; set/);
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
    expect(await hashCorpus(dir, MAX)).toBe(hash);
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
    const before = await hashCorpus(dir, MAX);
    await change();
    expect(await hashCorpus(dir, MAX)).not.toBe(before);
  });

  it('changes when more is allowed than a file has, and when an article may take longer', async () => {
    const before = await hashCorpus(dir, MAX);
    expect(await hashCorpus(dir, { maxArticleBytes: 2 ** 21 })).not.toBe(before);
    expect(await hashCorpus(dir, { ...MAX, articleTimeoutMs: 9_000 })).not.toBe(before);
    expect(await hashCorpus(dir, { maxArticleBytes: 2 ** 20 + 1 })).toBe(before);
  });

  it('is not made from the content of a file that is too large', async () => {
    await truncate(join(dir, 'large.md'), 2 ** 42);
    const began = process.cpuUsage();
    const before = await hashCorpus(dir, MAX);
    expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
    expect((await read()).skipped.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^has 4194304 MB/),
    );
    await utimes(join(dir, 'large.md'), 1, 1);
    expect(await hashCorpus(dir, MAX)).not.toBe(before);
  });

  it('does not change with files that are no articles', async () => {
    const before = await hashCorpus(dir, MAX);
    await write('questions.jsonl', '{}');
    expect(await hashCorpus(dir, MAX)).toBe(before);
  });
});
