import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { isBinaryFileSync } from 'isbinaryfile';
import { ArticleError } from '../errors.ts';

/**
 * chardet's confidence (0..100) from which its find is taken. Its Latin alphabets resemble each
 * other (short Western texts come out as Turkish at 50); the other scripts do not (a Russian
 * sentence comes out right at 32, noise at 10).
 */
const SURE_OF_LATIN = 60;
const SURE_OF_OTHERS = 25;
const LATIN = /^(?:ISO-8859-(?:1|2|9|15)|windows-125[02478])$/;
/** Text has no control characters but these: tab, line breaks, form feed, escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
const CONTROL = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/;
/** Nor characters that are none, or mean what a program likes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
const NO_TEXT = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\p{Cn}\p{Co}]/u;
/** In UTF-16 zeros are on one side this many times as often as on the other, … */
const ONE_SIDED = 3;
/** … and Latin text consists of them to more than this share; other text has spaces. */
const LATIN_ZEROS = 0.4;
/** In bytes. */
const UTF16_LOOKED_AT = 65_536;
/** What most texts are that are not Unicode, and what the web takes for granted. */
const FALLBACK = 'windows-1252';

/**
 * Decodes an article: Unicode by its byte order mark, else UTF-16 by its zeros, else UTF-8 if it is
 * valid, else the encoding that chardet finds. The byte order mark is left out; nothing else is changed.
 *
 * @throws ArticleError for binary data and for broken Unicode
 */
export function decodeArticle(file: string, bytes: Buffer): string {
  const marked = markedEncoding(bytes);
  const text = marked ? decodeUnicode(bytes, marked) : decodeUnmarked(bytes);
  if (text === 'damaged') {
    const encoding = (marked ?? 'utf-8').toUpperCase();
    throw new ArticleError(file, `is damaged ${encoding}; save it again as UTF-8`);
  }
  if (text === 'binary' || text.value.includes('\0')) {
    throw new ArticleError(file, 'is not a text file (it holds binary data)');
  }
  return text.value;
}

type Decoded = { value: string } | 'damaged' | 'binary';

function markedEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}

function decodeUnicode(bytes: Buffer, encoding: string): Decoded {
  try {
    return { value: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return 'damaged';
  }
}

function decodeUnmarked(bytes: Buffer): Decoded {
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== null) return { value: utf16 };
  if (isBinary(bytes)) return 'binary';
  const utf8 = decodeUnicode(bytes, 'utf-8');
  if (utf8 !== 'damaged') return utf8;

  // UTF-16 without a mark is known by its zeros, and UTF-32 has them too: a find of theirs is none.
  const finds = analyse(bytes).filter((find) => !/^UTF-(?:16|32)/.test(find.name));
  const { name, confidence } = finds[0] ?? { name: FALLBACK, confidence: 0 };
  const isSure = confidence >= (LATIN.test(name) ? SURE_OF_LATIN : SURE_OF_OTHERS);
  if (isSure && name === 'UTF-8') return 'damaged';
  return { value: iconv.decode(bytes, isSure ? nameFor(name) : FALLBACK) };
}

/**
 * UTF-16 without a byte order mark: the high bytes of spaces and of Latin letters are zeros, on one
 * side, and what comes out is text. Null for anything else.
 */
function unmarkedUtf16(bytes: Buffer): string | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [index, byte] of bytes.subarray(0, UTF16_LOOKED_AT).entries()) {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++;
  }
  const [even, odd] = zeros;
  if (Math.max(even, odd) <= ONE_SIDED * Math.min(even, odd)) return null;
  const decoded = decodeUnicode(bytes, even > odd ? 'utf-16be' : 'utf-16le');
  if (decoded === 'damaged' || decoded === 'binary' || NO_TEXT.test(decoded.value)) return null;
  const isLatin = even + odd > LATIN_ZEROS * Math.min(bytes.length, UTF16_LOOKED_AT);
  const isOther = /[ \n]/.test(decoded.value) && !isTextWithZeros(bytes);
  return isLatin || isOther ? decoded.value : null;
}

/** Text of one byte a letter, or UTF-8, into which zeros have got. */
function isTextWithZeros(bytes: Buffer): boolean {
  const others = decodeUnicode(bytes.filter((byte) => byte !== 0) as Buffer, 'utf-8');
  return typeof others === 'object' && !CONTROL.test(others.value);
}

/** isbinaryfile alone takes text with many letters above ASCII for binary. */
function isBinary(bytes: Buffer): boolean {
  return bytes.includes(0) || (isBinaryFileSync(bytes) && CONTROL.test(bytes.toString('latin1')));
}

/** ISO-8859-1 has control characters where Windows-1252, which texts really use, has quotes. */
function nameFor(encoding: string): string {
  return encoding === 'ISO-8859-1' || !iconv.encodingExists(encoding) ? FALLBACK : encoding;
}
