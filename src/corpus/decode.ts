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
/** What most texts are that are not Unicode, and what the web takes for granted. */
const FALLBACK = 'windows-1252';

/**
 * Decodes an article: Unicode by its byte order mark, else UTF-8 if it is valid, else the encoding
 * that chardet finds. The byte order mark is left out; nothing else is changed.
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
  if (isBinary(bytes)) return 'binary';
  const utf8 = decodeUnicode(bytes, 'utf-8');
  if (utf8 !== 'damaged') return utf8;

  // UTF-16 and UTF-32 without a mark would have zero bytes: a find of theirs is none.
  const finds = analyse(bytes).filter((find) => !/^UTF-(?:16|32)/.test(find.name));
  const { name, confidence } = finds[0] ?? { name: FALLBACK, confidence: 0 };
  const isSure = confidence >= (LATIN.test(name) ? SURE_OF_LATIN : SURE_OF_OTHERS);
  if (isSure && name === 'UTF-8') return 'damaged';
  return { value: iconv.decode(bytes, isSure ? nameFor(name) : FALLBACK) };
}

/** isbinaryfile alone takes text with many letters above ASCII for binary. */
function isBinary(bytes: Buffer): boolean {
  return bytes.includes(0) || (isBinaryFileSync(bytes) && CONTROL.test(bytes.toString('latin1')));
}

/** ISO-8859-1 has control characters where Windows-1252, which texts really use, has quotes. */
function nameFor(encoding: string): string {
  return encoding === 'ISO-8859-1' || !iconv.encodingExists(encoding) ? FALLBACK : encoding;
}
