import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { endingFor } from '../../src/corpus/index.ts';
import { download } from '../../src/fetching/index.ts';
import { uploadedName } from '../../src/fetching/saved-name.ts';
import { startSite } from './site.ts';

const pdf = readFileSync(join(import.meta.dirname, '../corpus/formats/pdf/report.pdf'));

it.each([
  ['Report 2025.pdf', 'added/report-2025'],
  ['../../etc/passwd.md', 'added/etc-passwd'],
  ['Überfälle.md', 'added/uberfalle'],
  ['.env.md', 'added/env'],
  ['con.md', 'added/article-con'],
  ['….md', 'added/article'],
  [`${'a'.repeat(300)}.md`, `added/${'a'.repeat(100)}`],
])('an upload called %s is saved as %s', (name, expected) => {
  expect(uploadedName(name)).toBe(expected);
});

it.each([
  ['a.md', Buffer.from('# A'), 'md'],
  ['a.TXT', Buffer.from('A'), 'txt'],
  ['a.md', pdf, 'pdf'],
  ['a', pdf, 'pdf'],
  ['a.exe', Buffer.from('MZ'), undefined],
  ['a.pdf', Buffer.from('MZ'), 'pdf'],
])('%s is read by its content or as it is called', (name, bytes, expected) => {
  expect(endingFor(name, bytes)).toBe(expected);
});

it('an upload that leads elsewhere, is too large or gone is refused', async () => {
  const site = await startSite({
    '/moved': { status: 302, headers: { location: '/a' } },
    '/a': 'A'.repeat(100),
  });
  const get = (path: string) => download(`${site.url}${path}`, 50, AbortSignal.timeout(10_000));
  await expect(get('/moved')).rejects.toThrow(/answers 302$/);
  await expect(get('/a')).rejects.toThrow(/is larger than MAX_ARTICLE_MB/);
  await expect(get('/gone')).rejects.toThrow(/answers 404$/);
});
