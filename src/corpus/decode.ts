import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { isBinaryFileSync } from 'isbinaryfile';
import { ArticleError } from '../errors.ts';

/** Below this confidence (0..100) chardet guesses: short Western texts come out as Turkish. */
const SURE = 60;
/** What most texts are that are not Unicode, and what the web takes for granted. */
const FALLBACK = 'windows-1252';

/**
 * Decodes an article: Unicode by its byte order mark, else UTF-8 if it is valid, else the encoding
 * that chardet finds. The byte order mark is left out; nothing else is changed.
 *
 * @throws ArticleError for binary data and for broken Unicode
 */
export function decodeArticle(file: string, bytes: Buffer): string {
  const unicode = unicodeOf(bytes);
  if (unicode === null && isBinaryFileSync(bytes)) throw binary(file);
  const text = unicode === null ? decodeOther(file, bytes) : decodeUnicode(file, bytes, unicode);
  if (text.includes('\0')) throw binary(file);
  return text;
}

function unicodeOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}

function decodeUnicode(file: string, bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ArticleError(file, `is damaged ${encoding.toUpperCase()}; save it again as UTF-8`, {
      cause,
    });
  }
}

function decodeOther(file: string, bytes: Buffer): string {
  try {
    return decodeUnicode(file, bytes, 'utf-8');
  } catch (error) {
    const best = analyse(bytes)[0];
    const encoding = best && best.confidence >= SURE ? best.name : FALLBACK;
    if (encoding === 'UTF-8') throw error;
    // ISO-8859-1 has control characters where Windows-1252, which texts really use, has quotes.
    const name = encoding === 'ISO-8859-1' || !iconv.encodingExists(encoding) ? FALLBACK : encoding;
    return iconv.decode(bytes, name);
  }
}

function binary(file: string): ArticleError {
  return new ArticleError(file, 'is not a text file (it holds binary data)');
}
