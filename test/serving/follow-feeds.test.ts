import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { followFeeds } from '../../src/serving/follow-feeds.ts';
import { startSite } from '../fetching/site.ts';
import { newFolder } from '../indexing/support.ts';

test('new pages of a feed become articles, and what is wrong with one does not stop the others', async () => {
  const site = await startSite({
    '/mud':
      '<article><h1>Mud</h1><p>The dredger took 4,000 tonnes of mud out in March.</p></article>',
    '/feed': {
      type: 'application/rss+xml',
      body: '<rss version="2.0"><channel><title>T</title><item><link>/mud</link></item><item><link>/gone</link></item></channel></rss>',
    },
  });
  const folder = await newFolder();
  const lines: string[] = [];
  const stop = new AbortController();
  const following = followFeeds({
    feeds: [`${site.url}/broken`, `${site.url}/feed`],
    corpusDir: join(folder, 'corpus'),
    stateFile: join(folder, 'feeds.json'),
    intervalMs: 60_000,
    allowPrivate: true,
    maxBytes: 2 ** 20,
    articleTimeoutMs: 5_000,
    signal: stop.signal,
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  });
  await vi.waitFor(() => expect(lines.join()).toContain('new articles'), 25_000);
  stop.abort();
  await following;
  const host = new URL(site.url).host.replace(':', '-');
  const saved = await readFile(join(folder, 'corpus', 'added', host, 'mud.md'), 'utf8');
  expect(saved).toContain('4,000 tonnes of mud');
  expect(lines.filter((line) => line.includes('answers 404'))).toHaveLength(2);
});
