import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ArticleParser } from '../../src/corpus/index.ts';
import { readPage, savePage } from '../../src/fetching/index.ts';
import { newFolder } from '../indexing/support.ts';
import { openWeb, startSite } from './site.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>The mud of Hollin – The Quay</title>
<meta name="author" content="Ines Okafor"><meta property="article:published_time" content="2025-03-03T09:00:00Z">
</head><body><nav><a href="/">Home</a></nav><article><h1>The mud of Hollin</h1>
<p>The dredger <em>Perpetua</em> took 4,000 tonnes of mud out of the harbour in March, said the harbour office.</p>
<h2>What it cost</h2>
<p>The town paid 61,000 crowns for it. That is *half* of what the # last one cost in 2019.</p>
<ul><li>Diesel for nine days, at the price of the day.</li><li>Wages of a crew of six people.</li></ul>
<table><tr><th>Year</th><th>Tonnes</th></tr><tr><td>2019</td><td>2,900</td></tr><tr><td>2025</td><td>4,000</td></tr></table>
<p>Nobody knows where the mud comes from, and nobody at the harbour office expects to find out soon.</p>
</article><footer>Imprint</footer></body></html>`;

const parser = () => new ArticleParser(5_000, AbortSignal.timeout(30_000));

test('a web page becomes an article with its title, author, date and address', async () => {
  const site = await startSite({ '/news/mud': PAGE });
  const { article } = await readPage(`${site.url}/news/mud`, openWeb(), parser());
  expect(article).toMatchObject({
    title: 'The mud of Hollin',
    authors: ['Ines Okafor'],
    date: '2025-03-03',
    url: `${site.url}/news/mud`,
    language: 'en',
  });
});

test('its paragraphs, headings, lists and tables are Markdown that reads as they do', async () => {
  const site = await startSite({ '/news/mud': PAGE });
  const { content, passages } = await readPage(`${site.url}/news/mud`, openWeb(), parser());
  expect(passages.map(({ plain, headings }) => [headings.join(' / '), plain])).toEqual([
    [
      '',
      'The dredger Perpetua took 4,000 tonnes of mud out of the harbour in March, said the harbour office.',
    ],
    [
      'What it cost',
      'The town paid 61,000 crowns for it. That is *half* of what the # last one cost in 2019.',
    ],
    [
      'What it cost',
      'Diesel for nine days, at the price of the day.\nWages of a crew of six people.',
    ],
    ['What it cost', expect.stringContaining('2025, 4,000')],
    [
      'What it cost',
      'Nobody knows where the mud comes from, and nobody at the harbour office expects to find out soon.',
    ],
  ]);
  expect(String(content)).toContain('\n## What it cost\n');
  expect(String(content)).toContain('\n- Wages of a crew of six people.\n');
});

test('a page is read in the encoding that its server says', async () => {
  const body = Buffer.from(PAGE.replace('Nobody knows', 'Niemand weiß'), 'latin1');
  const site = await startSite({ '/mud': { type: 'text/html; charset=ISO-8859-1', body } });
  const { article } = await readPage(`${site.url}/mud`, openWeb(), parser());
  expect(article.text).toContain('Niemand weiß where the mud comes from');
});

test('Markdown and plain text are kept as they are', async () => {
  const text = '# Mud\n\nThe harbour was full of **mud** in March.\n';
  const site = await startSite({ '/mud.md': { type: 'text/plain', body: text } });
  const { file, content } = await readPage(`${site.url}/mud.md`, openWeb(), parser());
  expect(file).toMatch(/\/mud\.md$/);
  expect(String(content)).toBe(text);
});

test('what is no article is told in one line', async () => {
  const site = await startSite({
    '/logo.png': { type: 'image/png', body: Buffer.from([0x89, 0x50]) },
    '/empty': '<html><body><nav>Home</nav></body></html>',
  });
  const web = openWeb();
  await expect(readPage(`${site.url}/logo.png`, web, parser())).rejects.toThrow(
    /\/logo\.png is image\/png, which is no article$/,
  );
  await expect(readPage(`${site.url}/empty`, web, parser())).rejects.toThrow(
    /\/empty gives no article: it has no paragraph$/,
  );
});

describe('saving', () => {
  async function pageAndFolder() {
    const site = await startSite({ '/news/mud': PAGE });
    const page = await readPage(`${site.url}/news/mud`, openWeb(), parser());
    return { page, folder: await newFolder() };
  }

  test('puts the page into a folder of its site', async () => {
    const { page, folder } = await pageAndFolder();
    expect(await savePage(page, folder, { replace: false })).toBe('added');
    expect(await readFile(join(folder, page.file), 'utf8')).toBe(String(page.content));
    expect(page.file).toMatch(/^added\/127\.0\.0\.1-\d+\/news-mud\.md$/);
    expect(await readdir(join(folder, page.file, '..'))).toEqual(['news-mud.md']);
  });

  test('does nothing where the same page is there', async () => {
    const { page, folder } = await pageAndFolder();
    await savePage(page, folder, { replace: false });
    expect(await savePage(page, folder, { replace: true })).toBe('unchanged');
  });

  test('keeps a file that somebody has edited', async () => {
    const { page, folder } = await pageAndFolder();
    await savePage(page, folder, { replace: false });
    await writeFile(join(folder, page.file), 'edited');
    expect(await savePage(page, folder, { replace: false })).toBe('kept');
    expect(await readFile(join(folder, page.file), 'utf8')).toBe('edited');
  });

  test('replaces it where it is asked to', async () => {
    const { page, folder } = await pageAndFolder();
    await savePage(page, folder, { replace: false });
    await writeFile(join(folder, page.file), 'edited');
    expect(await savePage(page, folder, { replace: true })).toBe('replaced');
    expect(await readFile(join(folder, page.file), 'utf8')).toBe(String(page.content));
  });
});
