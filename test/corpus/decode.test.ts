import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeArticle } from '../../src/corpus/decode.ts';

const TEXT = 'The café’s prices rose by €5 – “too much”, he said. 🎉';
const WESTERN = TEXT.replace(' 🎉', '');

describe('decodeArticle', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, little-endian', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ])('reads %s and leaves the mark out', (_title, bytes) => {
    expect(decodeArticle('a.txt', bytes)).toBe(TEXT);
  });

  it.each([
    TEXT,
    'The water rose.\nIt stayed.',
    'Он ушёл вчера вечером. Она осталась дома.',
    'Η γέφυρα άνοιξε.',
    '昨日 雨が降った。私たちは 家にいた。',
  ])('knows UTF-16 without a byte order mark by its zeros: %s', (text) => {
    const bytes = Buffer.from(text, 'utf16le');
    expect(decodeArticle('a.txt', bytes)).toBe(text);
    expect(decodeArticle('a.txt', Buffer.from(bytes).swap16())).toBe(text);
  });

  it.each([
    ['numbers of two bytes', Buffer.from(Uint16Array.from([1, 2, 3, 500, 7, 9, 11]).buffer)],
    ['text with a zero in it', Buffer.from('The water\0 rose.')],
    ['text with a zero after a blank', Buffer.from('The café rose. \0')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000', 'hex')],
    ['UTF-32', Buffer.from(Uint32Array.from([84, 104, 101, 32, 119]).buffer)],
  ])('does not take for it %s', (_what, bytes) => {
    expect(() => decodeArticle('a.txt', bytes)).toThrow(/binary data/);
  });

  it.each([
    ['windows-1252', WESTERN],
    ['windows-1252', 'Naïve'],
    ['windows-1252', 'É'],
    ['windows-1252', 'Þór bjó á Íslandi'],
    ['windows-1252', 'It cost £5 – no more…'],
    ['windows-1252', 'El niño comió en el jardín. Mañana volverá.'],
    ['windows-1251', 'Он ушёл вчера вечером. Она осталась дома и читала книгу.'],
    ['shift_jis', '昨日は雨が降った。私たちは家にいた。'],
    ['gb18030', '今天下雨了。我们留在家里看书。'],
  ])('reads %s: %s', (encoding, text) => {
    expect(decodeArticle('a.txt', iconv.encode(text, encoding))).toBe(text);
  });

  it('takes bytes that are valid UTF-8 for UTF-8', () => {
    expect(decodeArticle('a.txt', Buffer.from('Ã©'))).toBe('Ã©');
  });

  it.each([
    '🎉'.repeat(300),
    '今天下雨'.repeat(300),
    '\n\tÜ',
    'é',
  ])('reads UTF-8 of any script: %#', (text) => {
    expect(decodeArticle('a.txt', Buffer.from(text))).toBe(text);
  });

  it('leaves line ends and Unicode as they are', () => {
    const text = 'Cafe\u0301\r\nﬁne\rÅ\u2028\u00a0x';
    expect(decodeArticle('a.txt', Buffer.from(text))).toBe(text);
  });

  it.each([
    ['an image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n\x02\x05')],
    ['text with a zero byte far behind', Buffer.from(`${'text '.repeat(1_000)}\0`)],
    [
      'bytes without a zero',
      Buffer.from(Array.from({ length: 600 }, (_, i) => 1 + ((i * 89) % 255))),
    ],
  ])('refuses %s as binary', (_title, bytes) => {
    expect(() => decodeArticle('a.txt', bytes)).toThrow(/a\.txt: is not a text file/);
  });

  it('refuses damaged UTF-8 rather than quote replacement characters', () => {
    const bytes = Buffer.from('Der Rat tagte über Köln. '.repeat(20)).subarray(0, -9);
    const damaged = Buffer.concat([bytes, Buffer.from([0xc3])]);
    expect(() => decodeArticle('a.txt', damaged)).toThrow(/damaged UTF-8/);
  });

  it('refuses damaged UTF-16', () => {
    const bytes = Buffer.from('\ufefftext\ud83d text', 'utf16le');
    expect(() => decodeArticle('a.txt', bytes)).toThrow(/damaged UTF-16LE/);
  });
});
