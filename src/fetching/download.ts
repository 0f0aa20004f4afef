import { request } from 'undici';
import { FetchError } from '../errors.ts';
import { reasonOf } from './fetch-reason.ts';
import { readAll } from './read-all.ts';

/** From the request to the last byte, in milliseconds. */
const DOWNLOAD_TIMEOUT_MS = 30_000;

/**
 * Gets a file from exactly this address, which whoever calls has seen to be one that may be asked:
 * no redirect is followed.
 *
 * @throws FetchError when it cannot be had or is larger than `maxBytes`
 */
export async function download(
  address: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  try {
    const { statusCode, body } = await request(address, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]),
    });
    if (statusCode !== 200) {
      await body.dump({ limit: 1 }).catch(() => {});
      throw new FetchError(address, `cannot be had: its server answers ${statusCode}`);
    }
    return await readAll(body, address, maxBytes);
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw new FetchError(address, reasonOf(error), { cause: error });
  }
}
