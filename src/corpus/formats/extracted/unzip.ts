import { ArticleError } from '../../../errors.ts';

/** All wanted entries together, in bytes: text packs to a tenth; a bomb unpacks to a thousandfold. */
const MAX_UNPACKED = 64 * 2 ** 20;

/**
 * Unpacks those entries of a ZIP archive that are wanted, by name. The sizes that the archive
 * states bound what is unpacked.
 *
 * @throws ArticleError for a damaged or encrypted archive, and for one that unpacks to too much
 */
export async function unzip(
  file: string,
  bytes: Buffer,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const { unzipSync } = await import('fflate');
  let unpacked = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!isWanted(name)) return false;
    unpacked += originalSize;
    if (unpacked > MAX_UNPACKED) {
      throw new ArticleError(file, `unpacks to more than ${MAX_UNPACKED / 2 ** 20} MB; split it`);
    }
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (cause) {
    if (cause instanceof ArticleError) throw cause;
    throw new ArticleError(file, 'is damaged, or not whole; save it again', { cause });
  }
}

/** An entry as text (UTF-8, or UTF-16 with its mark), or undefined. */
export function entryText(entries: Map<string, Uint8Array>, name: string): string | undefined {
  const bytes = entries.get(name);
  if (!bytes) return undefined;
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
