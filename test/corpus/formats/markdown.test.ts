import { describeFormat } from './contract.ts';

describeFormat({
  format: 'markdown',
  minF1: 1,
  broken: [
    ['front matter that is no YAML', () => Buffer.from('---\ntitle: [a\n---\nText.'), /no YAML/],
    ['a PDF of that name', () => Buffer.from('%PDF-1.7\n'), /looks like a PDF/],
    ['bytes that are no text', () => Buffer.from([0x23, 0x20, 0, 0, 1, 2, 0x41]), /binary data/],
  ],
});
