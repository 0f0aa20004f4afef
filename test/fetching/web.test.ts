import { describe, expect, test } from 'vitest';
import { openWeb, startSite } from './site.ts';

test('gets a page with its type and address', async () => {
  const site = await startSite({
    '/a': { type: 'text/html; charset=utf-8', body: '<p>Hello</p>' },
  });
  const found = await openWeb().get(`${site.url}/a`);
  expect(found).toMatchObject({ type: 'text/html', charset: 'utf-8' });
  expect(found?.bytes.toString()).toBe('<p>Hello</p>');
  expect(found?.url.href).toBe(`${site.url}/a`);
});

test('says who it is', async () => {
  const site = await startSite({ '/a': 'x' });
  await openWeb().get(`${site.url}/a`);
  expect(site.requests.at(-1)?.headers['user-agent']).toContain('Pullquote');
});

test('follows redirects', async () => {
  const site = await startSite({
    '/a': { status: 301, headers: { location: '/b' } },
    '/b': { status: 302, headers: { location: '/c' } },
    '/c': 'there',
  });
  expect((await openWeb().get(`${site.url}/a`))?.url.pathname).toBe('/c');
});

test('asks with what it was told the last time, and is told that nothing changed', async () => {
  const site = await startSite({
    '/a': (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end('x');
    },
  });
  const web = openWeb();
  const found = await web.get(`${site.url}/a`);
  expect(await web.get(`${site.url}/a`, found)).toBeUndefined();
});

test('asks a host for one page at a time, with a pause between two', async () => {
  const site = await startSite({ '/a': 'a', '/b': 'b' });
  const web = openWeb({ hostPauseMs: 150 });
  await Promise.all([web.get(`${site.url}/a`), web.get(`${site.url}/b`)]);
  const [robots, first, second] = site.requests.map(({ at }) => at) as [number, number, number];
  expect(first - robots).toBeGreaterThan(140);
  expect(second - first).toBeGreaterThan(140);
});

test('ends at once when it is stopped', async () => {
  const site = await startSite({ '/a': () => {} });
  const stop = new AbortController();
  const getting = openWeb({ signal: stop.signal }).get(`${site.url}/a`);
  setTimeout(() => stop.abort(new Error('stopped')), 100);
  await expect(getting).rejects.toThrow('stopped');
});

describe('a robots.txt', () => {
  test('is asked for once, and obeyed', async () => {
    const site = await startSite({
      '/robots.txt': 'User-agent: *\nDisallow: /private/\n',
      '/a': 'a',
      '/b': 'b',
      '/private/c': 'c',
    });
    const web = openWeb();
    await web.get(`${site.url}/a`);
    await web.get(`${site.url}/b`);
    await expect(web.get(`${site.url}/private/c`)).rejects.toThrow(/robots\.txt/);
    expect(site.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/b']);
  });

  test('is obeyed after a redirect', async () => {
    const site = await startSite({
      '/robots.txt': 'User-agent: pullquote\nDisallow: /private/\n',
      '/a': { status: 302, headers: { location: '/private/c' } },
      '/private/c': 'c',
    });
    await expect(openWeb().get(`${site.url}/a`)).rejects.toThrow(/robots\.txt/);
  });

  test('that asks for a longer pause gets it', async () => {
    const site = await startSite({
      '/robots.txt': 'User-agent: *\nCrawl-delay: 0.2\n',
      '/a': 'a',
      '/b': 'b',
    });
    const web = openWeb();
    await web.get(`${site.url}/a`);
    await web.get(`${site.url}/b`);
    const [, first, second] = site.requests.map(({ at }) => at) as [number, number, number];
    expect(second - first).toBeGreaterThan(190);
  });
});

describe('what cannot be had is told in one line', () => {
  test.each<[string, Parameters<typeof startSite>[0], RegExp]>([
    ['a page that is not there', {}, /\/a cannot be had: its server answers 404$/],
    [
      'redirects in a circle',
      { '/a': { status: 302, headers: { location: '/a' } } },
      /\/a leads on and on/,
    ],
    [
      'a page that is too large',
      { '/a': 'x'.repeat(2 ** 20 + 1) },
      /\/a is larger than MAX_ARTICLE_MB=1 allows$/,
    ],
    [
      'a page that never ends',
      {
        '/a': (_request, response) => {
          const more = () => {
            while (response.writable && response.write('x'.repeat(65_536)));
          };
          response.writeHead(200).on('drain', more);
          more();
        },
      },
      /\/a is larger than MAX_ARTICLE_MB/,
    ],
    [
      'a server that breaks off',
      { '/a': (_request, response) => response.destroy() },
      /\/a cannot be had: its server does not answer$/,
    ],
    [
      'a redirect to something that is no web page',
      { '/a': { status: 302, headers: { location: 'file:///etc/passwd' } } },
      /^file:\/\/\/etc\/passwd is no address of a web page/,
    ],
  ])('%s', async (_title, pages, line) => {
    const site = await startSite(pages);
    await expect(openWeb().get(`${site.url}/a`)).rejects.toThrow(line);
  });

  test('a host without a server', async () => {
    await expect(openWeb().get('http://127.0.0.1:9/')).rejects.toThrow(
      /^http:\/\/127\.0\.0\.1:9\/ cannot be had: its server does not answer$/,
    );
  });
});

describe('addresses that are not public', () => {
  test('are refused', async () => {
    const site = await startSite({ '/a': 'secret' });
    const web = openWeb({ allowPrivate: false });
    await expect(web.get(`${site.url}/a`)).rejects.toThrow(/is an address of this machine/);
    expect(site.requests).toEqual([]);
  });

  test('are refused behind a name', async () => {
    const site = await startSite({ '/a': 'secret' });
    const web = openWeb({ allowPrivate: false });
    const named = site.url.replace('127.0.0.1', 'localhost');
    await expect(web.get(`${named}/a`)).rejects.toThrow(/is an address of this machine/);
    expect(site.requests).toEqual([]);
  });
});
