import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FetchError } from '../../src/errors.ts';
import { FeedStates, readFeed } from '../../src/fetching/index.ts';
import { newFolder } from '../indexing/support.ts';
import { openWeb, startSite } from './site.ts';

const NONE = { seen: [], failures: {} };

/** Newest first, as feeds are. */
function feedOf(...paths: string[]) {
  const items = paths.map((path) => `<item><link>${path}</link></item>`).join('');
  return {
    type: 'application/rss+xml',
    headers: { etag: `"${paths.join()}"` },
    body: `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`,
  };
}

test('each page of a feed is added once, the oldest first', async () => {
  const site = await startSite({ '/feed': feedOf('/b', '/a') });
  const web = openWeb();
  const added: string[] = [];
  const add = async (url: string) => void added.push(new URL(url).pathname);
  const first = await readFeed(`${site.url}/feed`, NONE, web, add);
  site.pages['/feed'] = feedOf('/c', '/b', '/a');
  await readFeed(`${site.url}/feed`, first.state, web, add);
  expect(added).toEqual(['/a', '/b', '/c']);
});

test('a feed that has not changed is not sent again', async () => {
  const site = await startSite({
    '/feed': (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(feedOf('/a').body);
    },
  });
  const web = openWeb();
  const first = await readFeed(`${site.url}/feed`, NONE, web, async () => {});
  const second = await readFeed(`${site.url}/feed`, first.state, web, async () => {});
  expect(second).toEqual({ state: first.state, failed: [], added: 0 });
});

test('a page that fails is tried three times, and does not stop the others', async () => {
  const site = await startSite({ '/feed': feedOf('/b', '/a') });
  const web = openWeb();
  const tried: string[] = [];
  const add = async (url: string) => {
    const { pathname } = new URL(url);
    tried.push(pathname);
    if (pathname === '/a') throw new FetchError(url, 'cannot be had');
  };
  let state = NONE as Parameters<typeof readFeed>[1];
  const failures: number[] = [];
  for (let round = 0; round < 4; round++) {
    const result = await readFeed(`${site.url}/feed`, state, web, add);
    failures.push(result.failed.length);
    state = result.state;
  }
  expect(tried).toEqual(['/a', '/b', '/a', '/a']);
  expect(failures).toEqual([1, 1, 1, 0]);
});

test('a long feed is added in several rounds', async () => {
  const paths = Array.from({ length: 45 }, (_, index) => `/${index}`);
  const site = await startSite({ '/feed': feedOf(...paths) });
  const web = openWeb();
  let state = NONE as Parameters<typeof readFeed>[1];
  const counts: number[] = [];
  for (let round = 0; round < 3; round++) {
    const result = await readFeed(`${site.url}/feed`, state, web, async () => {});
    counts.push(result.added);
    state = result.state;
  }
  expect(counts).toEqual([20, 20, 5]);
});

test('the pages of the sitemaps that an index names are added too', async () => {
  const site = await startSite({
    '/1.xml': `<urlset><url><loc>http://example.org/a</loc></url></urlset>`,
  });
  site.pages['/sitemap.xml'] =
    `<sitemapindex><sitemap><loc>${site.url}/1.xml</loc></sitemap></sitemapindex>`;
  const added: string[] = [];
  await readFeed(`${site.url}/sitemap.xml`, NONE, openWeb(), async (url) => void added.push(url));
  expect(added).toEqual(['http://example.org/a']);
});

test('what was done is remembered in a file, and one that is damaged is as none', async () => {
  const path = join(await newFolder({ 'broken.json': '{"a":' }), 'feeds.json');
  const states = await FeedStates.open(path);
  await states.set('https://example.org/feed', { seen: ['a'], failures: { b: 1 }, etag: '"1"' });
  const again = await FeedStates.open(path);
  expect(again.of('https://example.org/feed')).toEqual({
    seen: ['a'],
    failures: { b: 1 },
    etag: '"1"',
  });
  expect((await FeedStates.open(path.replace('feeds', 'broken'))).of('x')).toEqual(NONE);
});
