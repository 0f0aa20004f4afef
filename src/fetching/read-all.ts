import { FetchError } from '../errors.ts';

/** @throws FetchError once there is more than `maxBytes` */
export async function readAll(
  body: AsyncIterable<Buffer>,
  address: string,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw new FetchError(address, tooLarge(maxBytes));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Fits after an address or the name of a file. */
export function tooLarge(maxBytes: number): string {
  return `is larger than MAX_ARTICLE_MB=${maxBytes / 2 ** 20} allows`;
}
