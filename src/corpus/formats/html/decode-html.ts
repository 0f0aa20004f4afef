import iconv from 'iconv-lite';
import { decodeArticle } from '../../decode.ts';

/** A page says its encoding within this many bytes. */
const PRESCAN = 4_096;
const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i;

/**
 * Decodes a page: as an article is, unless it is no valid UTF-8 and says which encoding it is in.
 *
 * @throws ArticleError as {@link decodeArticle} does
 */
export function decodeHtml(file: string, bytes: Buffer): string {
  const declared = DECLARED.exec(bytes.subarray(0, PRESCAN).toString('latin1'))?.[1];
  if (!declared || /^utf-?(?:8|16)/i.test(declared) || !iconv.encodingExists(declared)) {
    return decodeArticle(file, bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, /^iso-8859-1$/i.test(declared) ? 'windows-1252' : declared);
  }
}
