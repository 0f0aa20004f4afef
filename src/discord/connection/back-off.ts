/** The longest wait between two tries, in milliseconds. */
export const MAX_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 1_000;

/**
 * Milliseconds to wait after some failures in a row: none after none, then twice as long each time. Up to half is taken off at random, so that many bots do not come back in step.
 */
export function backOffMs(failures: number, maxMs = MAX_WAIT_MS): number {
  if (failures <= 0) return 0;
  const full = Math.min(maxMs, FIRST_WAIT_MS * 2 ** (failures - 1));
  return full * (1 - Math.random() / 2);
}
