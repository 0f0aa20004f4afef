import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parseFile } from '../../../src/corpus/parse-file.ts';
import { describeFormat } from './contract.ts';

const heating = readFileSync(join(import.meta.dirname, 'docx/heating.docx'));

/** The document with one of its parts replaced. */
function withPart(name: string, content: string | Uint8Array): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return Buffer.from(zipSync({ ...unzipSync(heating), [name]: new Uint8Array(bytes) }));
}

describeFormat({
  format: 'docx',
  minF1: 0.99,
  broken: [
    [
      'one behind a password',
      () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /behind a password, or an old \.doc/,
    ],
    ['half of one', () => heating.subarray(0, heating.length / 2), /damaged, or not whole/],
    [
      'an archive of something else',
      () => Buffer.from(zipSync({ 'a.txt': new Uint8Array([65]) })),
      /is no Word document/,
    ],
    [
      'text',
      () => Buffer.from('Dear neighbours, the water is off.'),
      /is no Word document, or damaged/,
    ],
    [
      '100 MB of blanks in a small archive',
      () => withPart('word/document.xml', new Uint8Array(100 * 2 ** 20)),
      /unpacks to more than 64 MB/,
    ],
    [
      '100,000 tables in each other',
      () => withPart('word/document.xml', '<w:tbl>'.repeat(100_000)),
      /nests more than 500/,
    ],
    [
      'no paragraph',
      () =>
        withPart(
          'word/document.xml',
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
        ),
      /has no paragraph/,
    ],
  ],
});

it('reads a footnote as a passage and leaves its mark out of the text', async () => {
  const { articles } = await parseFile('heating.docx', heating);
  const texts = articles[0]?.passages.map(({ text }) => text) ?? [];
  expect(texts.at(-1)).toBe('At an oil price of 1.20 a litre.');
  expect(texts).toContainEqual(expect.stringContaining('after sixteen years, or after twelve'));
});

it('leaves headers and footers out', async () => {
  const { articles } = await parseFile('heating.docx', heating);
  expect(articles[0]?.article.text).not.toMatch(/Internal|Page/);
});
