import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hyphenJoiner } from '../../../src/corpus/formats/pdf/hyphens.ts';
import { parseFile } from '../../../src/corpus/parse-file.ts';
import { describeFormat } from './contract.ts';

const pdf = (name: string) => readFileSync(join(import.meta.dirname, 'pdf', `${name}.pdf`));
const ENCRYPTED = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]
/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>>>
%%EOF`;

describeFormat({
  format: 'pdf',
  minF1: 0.97,
  broken: [
    ['a scan', () => pdf('scan'), /has no text, only pictures \(a scan\).*OCR/],
    [
      'one behind a password',
      () => Buffer.from(ENCRYPTED),
      /is encrypted; save it without a password/,
    ],
    ['its first kilobyte', () => pdf('report').subarray(0, 1_024), /damaged PDF/],
    ['a header and nothing else', () => Buffer.from('%PDF-1.7\n%%EOF'), /damaged PDF/],
    ['text', () => Buffer.from('The owls of the hills.'), /is no PDF, or damaged/],
  ],
});

const passagesOf = async (name: string) => {
  const { articles } = await parseFile(`${name}.pdf`, pdf(name));
  return articles[0]?.passages ?? [];
};

describe('a PDF', () => {
  it('gives each passage the page that it begins on', async () => {
    const passages = await passagesOf('report');
    const page = (word: string) => passages.find(({ text }) => text.includes(word))?.page;
    expect([page('fourteen volunteers'), page('Eagle owl |'), page('2,860 kilometres')]).toEqual([
      1, 2, 3,
    ]);
  });

  it('has paragraphs that go on over the end of a page, without what stands at its edges', async () => {
    const passages = await passagesOf('report');
    expect(passages.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('its numbers have hardly changed in twenty-five years.'),
    );
    const all = passages.map(({ text }) => text).join('\n');
    expect(all).not.toMatch(/Occasional Papers|Page \d/);
  });

  it('is read column by column', async () => {
    const passages = await passagesOf('columns');
    expect(passages.map(({ headings }) => headings.join())).toEqual([
      '',
      'Introduction',
      'Introduction',
      'Measurements',
      'Measurements',
      'Measurements',
      'Conclusion',
      'Conclusion',
    ]);
  });

  it('is quoted with the hyphens at the ends of its lines, which the models do not see', async () => {
    const broken = (await passagesOf('columns')).find(({ text }) => text.includes('fol‐ lowing'));
    expect(broken?.plain).toContain('in the following winter');
    expect(broken?.sentences.map(({ plain }) => plain)).toContainEqual(
      expect.stringContaining('following winter'),
    );
  });
});

describe('a word that was broken at the end of a line', () => {
  it.each([
    ['The conser-\nvation of owls.', 'The conservation of owls.'],
    ['A long-\nterm plan.', 'A long-term plan.'],
    ['Pre-\nAlpine hills.', 'Pre- Alpine hills.'],
    ['From 1998-\n2011 it fell.', 'From 1998- 2011 it fell.'],
  ])('is read whole: %j', (piece, read) => {
    expect(hyphenJoiner('It is a long-term matter.')(piece)).toBe(read);
  });
});
