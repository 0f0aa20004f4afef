import { describeFormat } from './contract.ts';

describeFormat({
  format: 'text',
  minF1: 1,
  broken: [
    ['blanks only', () => Buffer.from(' \n\t\n'), /^is empty$/],
    [
      'a Word document of that name',
      () => Buffer.from('PK\x03\x04word'),
      /looks like a Word document/,
    ],
    [
      'UTF-16 that ends within a character',
      () => Buffer.from([0xff, 0xfe, 0x41]),
      /damaged UTF-16LE/,
    ],
  ],
});
