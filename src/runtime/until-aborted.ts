import { deferred } from './deferred.ts';

/**
 * Waits for something that cannot be broken off, such as a download by a library, no longer than
 * until the signal is aborted. It goes on then, for nobody.
 *
 * @throws the signal's reason
 */
export async function untilAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  const { promise, reject } = deferred<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
