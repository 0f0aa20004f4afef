import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parseFile } from '../../../src/corpus/parse-file.ts';
import { describeFormat } from './contract.ts';

const book = (name: string) => readFileSync(join(import.meta.dirname, 'epub', `${name}.epub`));

/** The book with a part added or replaced, or without it. */
function withPart(name: string, content: string | Uint8Array | null): Buffer {
  const { mimetype, ...entries } = unzipSync(book('lamplighters'));
  const bytes = typeof content === 'string' ? Buffer.from(content) : (content ?? []);
  const parts = { ...entries, [name]: new Uint8Array(bytes) };
  if (content === null) delete parts[name];
  return Buffer.from(zipSync({ mimetype: [mimetype as Uint8Array, { level: 0 }], ...parts }));
}

const PROTECTED =
  '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>';

describeFormat({
  format: 'epub',
  minF1: 1,
  broken: [
    [
      'a protected one',
      () => withPart('META-INF/encryption.xml', PROTECTED),
      /is protected \(DRM\)/,
    ],
    ['half of one', () => book('lamplighters').subarray(0, 1_200), /damaged, or not whole/],
    [
      'one without its list of chapters',
      () => withPart('OEBPS/book.opf', null),
      /does not list its chapters/,
    ],
    [
      'a chapter of 100 MB of blanks',
      () => withPart('OEBPS/a.xhtml', new Uint8Array(100 * 2 ** 20)),
      /unpacks to more than 64 MB/,
    ],
    [
      'a chapter 100,000 elements deep',
      () => withPart('OEBPS/text/ch2.xhtml', '<div>'.repeat(100_000)),
      /nests more than 500/,
    ],
    ['text', () => Buffer.from('The lamplighters.'), /is no EPUB, or damaged/],
  ],
});

it.each([
  ['lamplighters', [['Gas'], ['Gas', 'The pole'], ['Strike'], ['Afterword']]],
  ['tides', [['Springs and neaps'], ['Reading the table']]],
])('has the chapters of %s as headings, by the table of contents where they have none', async (name, headings) => {
  const { articles } = await parseFile(`${name}.epub`, book(name));
  const found = articles[0]?.passages.map((passage) => passage.headings.join('/'));
  expect([...new Set(found)]).toEqual(headings.map((path) => path.join('/')));
});

it('reads a book whose fonts alone are made unreadable', async () => {
  const fonts = PROTECTED.replace(/http[^"]+/, 'http://www.idpf.org/2008/embedding');
  const { articles } = await parseFile('a.epub', withPart('META-INF/encryption.xml', fonts));
  expect(articles[0]?.passages).toHaveLength(7);
});
